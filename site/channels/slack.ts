import { bySecret } from './by-secret.ts';

/** A channel of Slack. */
export const slack = bySecret('alerts-slack', 'no alert comes by Slack', { url: 'address of an incoming webhook' });
