/** What stands in front of a service and asks who is there. */
export type Guard =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'basic' } & Required<BasicOptions>)
  | ({ readonly kind: 'sign-on' } & Required<SignOnOptions>);

/** A password file. */
export interface BasicOptions {
  /** Name of the Secret in the namespace of the service; its key `auth` holds an htpasswd file. */
  readonly secret: string;

  /**
   * Text that the browser shows when it asks for the password.
   *
   * @default Private
   */
  readonly realm?: string;
}

/** Who of those that signed on may pass. */
export interface SignOnOptions {
  /**
   * Groups of which one suffices, as the provider names them; teams of GitHub are `organisation:team`.
   *
   * @default - any
   */
  readonly groups?: readonly string[];

  /**
   * Mail addresses of which one suffices.
   *
   * @default - any
   */
  readonly mails?: readonly string[];
}

export const Guard = {
  /** Nobody asks: for what protects itself, or is meant for everybody. */
  none: (): Guard => ({ kind: 'none' }),

  /** A user and a password. Without its Secret the service is not served at all. */
  basic: ({ secret, realm = 'Private' }: BasicOptions): Guard => ({ kind: 'basic', secret, realm }),

  /** The site's sign-on. While it does not answer, nobody passes. */
  signOn: ({ groups = [], mails = [] }: SignOnOptions = {}): Guard => ({ kind: 'sign-on', groups, mails }),
} as const;
