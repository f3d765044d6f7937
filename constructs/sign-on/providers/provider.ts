import type { Accounts } from '../sign-on-props.ts';

/** Name of a provider, as oauth2-proxy calls it. */
export type ProviderName = Accounts['provider'];

/** The accounts of one provider. */
export type AccountsAt<Name extends ProviderName> = Extract<Accounts, { readonly provider: Name }>;

/** How oauth2-proxy is told of one provider; `Stated` is what is said of the accounts there. */
export interface Provider<Stated> {
  /** Arguments that hold for it alone. */
  arguments(accounts: Stated): readonly string[];

  /** Domains of which an address suffices. */
  domains(accounts: Stated): readonly string[];

  /** Groups of which one is needed; none is where there are none. */
  groups(accounts: Stated): readonly string[];
}

/** Proof Key for Code Exchange: a code that somebody catches on its way is worth nothing to them. */
export const PROOF = '--code-challenge-method=S256';
