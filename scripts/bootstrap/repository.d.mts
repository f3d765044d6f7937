/** A repository as the root Application names it. */
export interface Repository {
  readonly url: string;

  /** Name of the Secret that lets Argo CD in; none for a public repository. */
  readonly secret: string | undefined;
}

/** Files with the deploy key or the token, and the name that goes with a token. */
export interface Given {
  readonly key?: string;
  readonly token?: string;
  readonly user?: string;
}

/** The Secret that Argo CD looks for. */
export interface RepositorySecret {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly stringData: Readonly<Record<string, string>>;
}

export function credentialsFor(repository: Repository, given: Given): Record<string, string> | undefined;

export function secretFor(
  repository: Repository & { readonly secret: string },
  credentials: Readonly<Record<string, string>>,
): RepositorySecret;
