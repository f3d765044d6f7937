import type { Site } from '../site.ts';

/** A receiver that needs nothing but what its Secret holds. */
interface BySecret {
  readonly secret: string;
}

/** Mail by way of a provider, complete. */
interface MailPlan extends BySecret {
  readonly to: string;
  readonly from: string;
  readonly server: string;
  readonly user: string;

  /** Domain by which we greet the provider. */
  readonly hello: string;
}

/** Who hears of alerts, each with all that it needs. */
export interface ReceiversPlan {
  readonly mail?: MailPlan;
  readonly telegram?: BySecret;
  readonly slack?: BySecret;
  readonly webhook?: BySecret;
}

/** The receivers of a site. */
export function receiversPlan({ contact, domain, monitoring }: Pick<Site, 'contact' | 'domain' | 'monitoring'>) {
  const { mail, ...bySecret } = monitoring.notify;
  const others = Object.entries(bySecret).flatMap(([channel, secret]) => (secret ? [[channel, { secret }]] : []));
  const plan: ReceiversPlan = Object.fromEntries(others);
  return mail
    ? { mail: { ...mail, from: mail.from ?? contact, to: mail.to ?? contact, hello: domain }, ...plan }
    : plan;
}
