import { bySecret } from './by-secret.ts';

/** A chat of Telegram, by a bot. */
export const telegram = bySecret('alerts-telegram', 'no alert comes by Telegram', {
  token: 'token of your bot, from @BotFather',
  chat: 'number of the chat',
});
