/** Somebody with an account at the provider. */
export interface Account {
  readonly mail: string;
  readonly organisations: readonly string[];

  /** Teams as `organisation:team`; for a provider of OpenID Connect the part behind the colon is a group. */
  readonly teams: readonly string[];
}

/** Who has an account. */
export const accounts: Readonly<Record<string, Account>> = {
  ana: { mail: 'ana@example.org', organisations: ['you'], teams: ['you:family', 'you:cooks'] },
  ben: { mail: 'ben@example.org', organisations: ['you'], teams: ['you:neighbours'] },
  eve: { mail: 'eve@example.net', organisations: ['others'], teams: ['others:family'] },
};
