/** Secret with what a receiver needs to know, in the namespace of monitoring. */
interface WithSecret {
  /** Name of the Secret. */
  readonly secret: string;
}

/** Mail by way of a provider, who knows us by a name and a password. */
export interface MailReceiver extends WithSecret {
  readonly to: string;
  readonly from: string;

  /** Host and port of the provider: `smtp.example.org:587`. */
  readonly server: string;

  /** Domain by which we greet the provider: strict ones refuse `localhost`, which is what Alertmanager says by itself. */
  readonly hello: string;

  /** Name by which the provider knows us. */
  readonly user: string;
}

/** Who hears of alerts; each hears of all of them. */
export interface Receivers {
  readonly mail?: MailReceiver | undefined;
  readonly telegram?: WithSecret | undefined;
  readonly slack?: WithSecret | undefined;
  readonly webhook?: WithSecret | undefined;
}

/** The keys of a receiver's Secret. */
export const receiverKeys = {
  mail: ['password'],
  telegram: ['token', 'chat'],
  slack: ['url'],
  webhook: ['url'],
  heartbeat: ['url'],
} as const;

/** Where a process finds the keys of a Secret. */
export const SECRETS = '/etc/alerts-secrets';

/** The file that holds one key. */
export function secretFile(secret: string, key: string): string {
  return `${SECRETS}/${secret}/${key}`;
}
