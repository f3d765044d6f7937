import { check } from '../fields/breach.ts';
import { mailAddress } from '../fields/names.ts';
import { LARGEST_PORT } from '../fields/numbers.ts';
import { object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';
import type { Channel, SecretReceiver } from './channel.ts';
import { secretName } from './secret-name.ts';

/** Mail through a provider, who knows you by a name and a password. */
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

const schema = object("{ server: 'smtp.example.org:587', user: 'ops@example.org', secret: 'alerts-mail' }", {
  server,
  user,
  secret: secretName('alerts-mail'),
  from: mailAddress.optional(),
  to: mailAddress.optional(),
});

/** A mail, complete. */
export interface MailReceiver extends SecretReceiver {
  readonly server: string;
  readonly user: string;
  readonly from: string;
  readonly to: string;

  /** Domain by which the provider is greeted. */
  readonly hello: string;
}

/** Mail through a provider. */
export const mail: Channel<typeof schema, MailReceiver> = {
  schema,
  secret: (written) => ({
    name: written.secret,
    field: 'secret',
    keys: { password: `password of ${written.user} at ${written.server}` },
  }),
  without: 'no alert comes by mail',
  examples: { server: 'server', user: 'mail', from: 'mail', to: 'mail' },
  receiver: (written, { contact, domain }) => ({
    ...written,
    from: written.from ?? contact,
    to: written.to ?? contact,
    hello: domain,
  }),
};
