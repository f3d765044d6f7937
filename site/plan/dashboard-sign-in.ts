import type { People } from '../sections/members.ts';
import type { OidcSignOnInput } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';

/** Secret with what the provider gives out for Grafana. */
export const DASHBOARD_SIGN_IN_SECRET = 'grafana-sign-on';

/** Who may do more in Grafana than look. */
interface Standing {
  readonly editors: People;
  readonly admins: People;
}

/** Who may look: with one of the addresses, or one of the domains of addresses. */
interface Addresses {
  readonly mails: readonly string[];

  /** `*` is every domain. */
  readonly mailDomains: readonly string[];
}

/**
 * How Grafana itself learns who somebody is: from the provider that the site's sign-on asks, and of the same people.
 *
 * It does not believe the headers of the sign-on, which any pod could forge.
 */
export type DashboardSignIn = Standing &
  (
    | { readonly provider: 'github'; readonly organisation: string }
    | ({ readonly provider: 'google' } & Addresses)
    | ({
        readonly provider: 'oidc';
        readonly endpoints: NonNullable<OidcSignOnInput['endpoints']>;
        readonly groupsClaim: string;

        /** Groups of which one is needed to look; none is needed where there are none. */
        readonly teams: readonly string[];
      } & Addresses)
  );

type Signed = Pick<Site, 'signOn' | 'monitoring'>;

/** How Grafana signs people in; nothing where it must ask for a password of its own. */
export function dashboardSignIn({ signOn, monitoring }: Signed): DashboardSignIn | undefined {
  const standing = { editors: monitoring.editors ?? {}, admins: monitoring.admins ?? {} };
  if (!signOn) return undefined;
  if (signOn.provider === 'github') {
    const { provider, organisation } = signOn;
    return organisation === undefined ? undefined : { ...standing, provider, organisation };
  }
  const addresses = { mails: signOn.mails ?? [], mailDomains: signOn.mailDomains ?? [] };
  if (signOn.provider === 'google') return { ...standing, ...addresses, provider: 'google' };
  const { provider, endpoints, groupsClaim, teams = [] } = signOn;
  return endpoints && { ...standing, ...addresses, provider, endpoints, groupsClaim, teams };
}

/** The field without which Grafana asks for a password of its own although the site has a sign-on. */
export function missingForDashboards(site: Signed): 'signOn.organisation' | 'signOn.endpoints' | undefined {
  if (!site.signOn || dashboardSignIn(site)) return undefined;
  return site.signOn.provider === 'github' ? 'signOn.organisation' : 'signOn.endpoints';
}
