import { type DashboardProvider, providerOf } from '../providers/index.ts';
import type { People } from '../sections/members.ts';
import type { Site } from '../site.ts';

/** Secret with what the provider gives out for Grafana. */
export const DASHBOARD_SIGN_IN_SECRET = 'grafana-sign-on';

/** Who may do more in Grafana than look. */
interface Standing {
  readonly editors: People;
  readonly admins: People;
}

/**
 * How Grafana itself learns who somebody is: from the provider of the site's sign-on, and for the same people.
 *
 * It does not believe the headers of the sign-on, which any pod could forge.
 */
export type DashboardSignIn = Standing & DashboardProvider;

type Signed = Pick<Site, 'signOn' | 'monitoring'>;

/** How Grafana signs people in; nothing where it must ask for a password of its own. */
export function dashboardSignIn({ signOn, monitoring }: Signed): DashboardSignIn | undefined {
  const provider = signOn && providerOf(signOn).dashboards(signOn);
  return provider && { editors: monitoring.editors ?? {}, admins: monitoring.admins ?? {}, ...provider };
}

/** The field without which Grafana asks for a password of its own although the site has a sign-on. */
export function missingForDashboards({
  signOn,
}: Pick<Site, 'signOn'>): 'signOn.organisation' | 'signOn.endpoints' | undefined {
  if (!signOn || providerOf(signOn).dashboards(signOn)) return undefined;
  return providerOf(signOn).neededForDashboards;
}
