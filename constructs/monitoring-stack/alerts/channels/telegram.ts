import { type Integration, secretFile, TEXT, TITLE, type WithSecret } from './integration.ts';

const TOKEN = 'token';
const CHAT = 'chat';

export const telegram: Integration<WithSecret> = {
  section: 'telegram_configs',
  keys: [TOKEN, CHAT],
  config: ({ secret }) => ({
    bot_token_file: secretFile(secret, TOKEN),
    chat_id_file: secretFile(secret, CHAT),
    message: `${TITLE}\n${TEXT}`,
    // Plain text: a name with an underscore is no broken markup.
    parse_mode: '',
    send_resolved: true,
  }),
};
