import { bySecret } from './by-secret.ts';

/** Anything that takes Alertmanager's JSON. */
export const webhook = bySecret('alerts-webhook', 'no alert comes to the webhook', {
  url: 'address that takes alerts',
});
