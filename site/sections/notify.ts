import { check } from '../fields/breach.ts';
import { mailAddress } from '../fields/names.ts';
import { LARGEST_PORT } from '../fields/numbers.ts';
import { object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';

/** Who hears of alerts: all of them hear of every alert. Secrets are named here and never written here. */
export interface NotifyInput {
  /**
   * Mail by way of a provider.
   *
   * @default - none
   */
  readonly mail?: MailInput;

  /**
   * Name of a Secret with the keys `token` (of your bot) and `chat` (the number of the chat).
   *
   * @default - none
   */
  readonly telegram?: string;

  /**
   * Name of a Secret with the key `url`, an incoming webhook of Slack.
   *
   * @default - none
   */
  readonly slack?: string;

  /**
   * Name of a Secret with the key `url`, an address that takes Alertmanager's JSON.
   *
   * @default - none
   */
  readonly webhook?: string;
}

/** Mail by way of a provider, who knows you by a name and a password. */
export interface MailInput {
  /** Host and port of the provider, such as `smtp.example.org:587`. The cloud blocks port 25. */
  readonly server: string;

  /** Name by which the provider knows you. */
  readonly user: string;

  /** Name of a Secret with the key `password`. */
  readonly secret: string;

  /**
   * Address of the sender.
   *
   * @default - `contact` of the site
   */
  readonly from?: string;

  /**
   * Address of the reader.
   *
   * @default - `contact` of the site
   */
  readonly to?: string;
}

/**
 * Name of a Secret in the namespace of monitoring; it is the name of a volume too.
 *
 * @param example a good name, for the message
 */
export function secretName(example: string) {
  return text(
    'the name of a Secret',
    example,
    {
      id: 'no-secret',
      breach: (value) =>
        /[:/=]/.test(value)
          ? {
              found: 'what stands here',
              rule: 'looks like a secret itself, which must never be in git',
              fix: `make it void where it was given out, put a new one into a Secret, and write its name, such as ${example}`,
            }
          : undefined,
    },
    matches(
      'secret-name',
      /^[a-z]([a-z0-9-]{0,48}[a-z0-9])?$/,
      'is not a name of at most 50 lower-case letters, digits and inner hyphens with a letter first',
      `write a name such as ${example}`,
    ),
  );
}

function portOf(server: string): number {
  return Number(server.split(':').at(-1));
}

const server = text(
  'the server of your provider',
  'smtp.example.org:587',
  matches(
    'host-and-port',
    /^(?!.{254})([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?:\d+$/i,
    'is not a host and a port',
    'write both, such as smtp.example.org:587',
  ),
  check('port', (value) => portOf(value) >= 1 && portOf(value) <= LARGEST_PORT, {
    rule: 'has a port that is not from 1 to 65535',
    fix: 'write the port for sending with a password, mostly 587',
  }),
  check('port-of-mail', (value) => portOf(value) !== 25, {
    rule: 'is a port that the cloud blocks',
    fix: 'write the port for sending with a password, mostly 587',
  }),
);

const user = text(
  'your name at the provider',
  'ops@example.org',
  matches('not-empty', /\S/, 'is empty', 'write the name by which the provider knows you'),
);

export const notifySchema = object("{ telegram: 'alerts-telegram' }", {
  mail: object("{ server: 'smtp.example.org:587', user: 'ops@example.org', secret: 'alerts-mail' }", {
    server,
    user,
    secret: secretName('alerts-mail'),
    from: mailAddress.optional(),
    to: mailAddress.optional(),
  }).optional(),
  telegram: secretName('alerts-telegram').optional(),
  slack: secretName('alerts-slack').optional(),
  webhook: secretName('alerts-webhook').optional(),
});
