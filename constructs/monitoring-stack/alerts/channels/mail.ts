import { type Integration, secretFile, TEXT, TITLE, type WithSecret } from './integration.ts';

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

const PASSWORD = 'password';

export const mail: Integration<MailReceiver> = {
  section: 'email_configs',
  keys: [PASSWORD],
  config: ({ to, from, server, hello, user, secret }) => ({
    to,
    from,
    smarthost: server,
    hello,
    auth_username: user,
    auth_password_file: secretFile(secret, PASSWORD),
    require_tls: true,
    send_resolved: true,
    headers: { Subject: TITLE },
    html: '',
    text: TEXT,
  }),
};
