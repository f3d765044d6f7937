import { type Integration, secretFile, TEXT, TITLE, type WithSecret } from './integration.ts';

const URL = 'url';

export const slack: Integration<WithSecret> = {
  section: 'slack_configs',
  keys: [URL],
  config: ({ secret }) => ({ api_url_file: secretFile(secret, URL), title: TITLE, text: TEXT, send_resolved: true }),
};
