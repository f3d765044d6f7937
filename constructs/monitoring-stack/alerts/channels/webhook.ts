import { type Integration, secretFile, type WithSecret } from './integration.ts';

const URL = 'url';

export const webhook: Integration<WithSecret> = {
  section: 'webhook_configs',
  keys: [URL],
  config: ({ secret }) => ({ url_file: secretFile(secret, URL), send_resolved: true }),
};

/** The call that is missed when it stops: by the same Secret as a webhook, and never with an alert that is over. */
export const heartbeat: Integration<WithSecret> = {
  ...webhook,
  config: ({ secret }) => ({ url_file: secretFile(secret, URL), send_resolved: false }),
};
