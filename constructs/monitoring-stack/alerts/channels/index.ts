import type { Integration, WithSecret } from './integration.ts';
import { type MailReceiver, mail } from './mail.ts';
import { slack } from './slack.ts';
import { telegram } from './telegram.ts';
import { webhook } from './webhook.ts';

export { SECRETS } from './integration.ts';
export type { MailReceiver } from './mail.ts';
export { heartbeat } from './webhook.ts';

/** Who hears of alerts; each hears of all of them. */
export interface Receivers {
  readonly mail?: MailReceiver | undefined;
  readonly telegram?: WithSecret | undefined;
  readonly slack?: WithSecret | undefined;
  readonly webhook?: WithSecret | undefined;
}

/** How each of them is told: a receiver that is not here does not compile. */
export const integrations: {
  readonly [Name in keyof Receivers]-?: Integration<NonNullable<Receivers[Name]>>;
} = { mail, telegram, slack, webhook };

/** The receivers in Alertmanager's words, those of one kind together. */
export function configsOf(receivers: Receivers): Record<string, object[]> {
  const configs: Record<string, object[]> = {};
  for (const name of Object.keys(integrations) as (keyof Receivers)[]) {
    const integration: Integration<WithSecret> = integrations[name];
    const receiver = receivers[name];
    if (receiver)
      configs[integration.section] = [...(configs[integration.section] ?? []), integration.config(receiver)];
  }
  return configs;
}
