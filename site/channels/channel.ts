import type { z } from 'zod';

/** What a channel for alerts says of itself; `Schema` is what may be written of it in `platform.ts`. */
export interface Channel<Schema extends z.ZodType, Receiver> {
  readonly schema: Schema;

  /** The Secret that it needs, from what a site has written. */
  secret(written: z.output<Schema>): ChannelSecret;

  /** What does not happen without the Secret: `no alert comes by mail`. */
  readonly without: string;

  /** Those of its fields that may still have the value of an example, and what such a value is. */
  readonly examples: Readonly<Record<string, 'mail' | 'server'>>;

  /** Everything that the receiver of the alerts is told. */
  receiver(written: z.output<Schema>, sender: Sender): Receiver;
}

/** The Secret of one channel, in the namespace of monitoring. */
export interface ChannelSecret {
  readonly name: string;

  /** The keys that it must have, and what belongs in each. */
  readonly keys: Readonly<Record<string, string>>;

  /**
   * The field below the channel that names it.
   *
   * @default - the channel itself is the name
   */
  readonly field?: string;
}

/** The site as those know it who get mail from it. */
export interface Sender {
  readonly contact: string;
  readonly domain: string;
}

/** A receiver of which nothing is known but its Secret. */
export interface SecretReceiver {
  readonly secret: string;
}
