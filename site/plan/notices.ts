import { controllers, INGRESS_CONTROLLERS } from '../../kubernetes/ingress-controllers/index.ts';
import { OUTPUTS_FILE } from '../outputs.ts';
import { pathText } from '../problem.ts';
import { backendOf } from '../secret-backends/index.ts';
import type { Site } from '../site.ts';
import { missingForDashboards } from './dashboard-sign-in.ts';
import { exampleNotices } from './example-values.ts';
import { REGIONS_READ, regionBy } from './regions.ts';
import { teamNotices } from './teams/notices.ts';
import type { VersionsOfTeams } from './teams/released.ts';

type Noticed = Pick<
  Site,
  'edge' | 'kubernetes' | 'signOn' | 'monitoring' | 'secrets' | 'infrastructure' | 'home' | 'cloud'
>;

/**
 * What the owner of a site should know, although none of it stops a synth.
 *
 * @param built whether the infrastructure has handed over what it built
 */
export function notices(site: Noticed, built: boolean): string[] {
  const { secrets, infrastructure, home, cloud } = site;
  const missing = missingForDashboards(site);
  const { withExternalNodes } = backendOf(secrets);
  return [
    ...retirement(site),
    ...(missing ? [secondPassword(missing)] : []),
    ...(cloud.regionIsNew ? [newRegion(cloud.region)] : []),
    ...(withExternalNodes !== undefined && !infrastructure ? [withExternalNodes] : []),
    ...(home && infrastructure && cloud.allowPaid === undefined ? [IDLE_GATEWAY] : []),
    ...(built
      ? []
      : [
          `${OUTPUTS_FILE} is absent: the load balancers name no subnet, no security group and no address yet.\n` +
            'Build the cloud side, then run npm run hand-over; docs/edge.md tells what changes.',
        ]),
  ];
}

/**
 * Everything that is known of a site before it is built; what it costs is told by its budget.
 *
 * @param built whether the infrastructure has handed over what it built
 * @param versions what each team has released
 */
export function planNotices(site: Site, built: boolean, versions: VersionsOfTeams): string[] {
  return [...exampleNotices(site, pathText), ...notices(site, built), ...teamNotices(site, versions)];
}

/** The notices for the end of each synth; empty where there are none. */
export function noticesText(texts: readonly string[]): string {
  return texts.map((text) => `notice: ${text.replaceAll('\n', '\n        ')}\n`).join('');
}

const IDLE_GATEWAY =
  'Oracle may stop the gateway, which is idle by nature, and with it the routes to kubectl and home.\n' +
  'Turn the account into Pay As You Go: what is free stays free, and its machines are not taken back.\n' +
  'docs/infrastructure.md tells more under Reclaim, and how this is no longer said.';

function retirement({ edge: { controller }, kubernetes }: Pick<Site, 'edge' | 'kubernetes'>): string[] {
  const { retired } = controllers[controller];
  if (!retired) return [];
  const { since, newestKubernetes: newest } = retired;
  const isNewer = minorOf(kubernetes) > minorOf(newest);
  const others = INGRESS_CONTROLLERS.filter((name) => !controllers[name].retired);
  return [
    `edge.controller ${controller} is retired: since ${since} nobody fixes its security holes.\n` +
      `It is known to work up to Kubernetes ${newest}; this site runs ${kubernetes}${isNewer ? ', which is newer' : ''}.\n` +
      `Write '${others.join("' or '")}': it obeys the same Ingresses.`,
  ];
}

function minorOf(kubernetes: string): number {
  return Number(kubernetes.split('.')[1]);
}

function newRegion(region: string): string {
  return regionBy(region)
    ? `cloud.regionIsNew is no longer needed: the list of regions has ${region}.\n` +
        'Leave it out, and a slip in the name of the region is found at once.'
    : `cloud.region ${region} is taken as it is written (cloud.regionIsNew): the list of regions, read in ${REGIONS_READ}, has\n` +
        'no such region. A slip in it shows only when the cloud is called.';
}

function secondPassword(missing: string): string {
  return (
    'Grafana asks for a password of its own behind the sign-on: it could not tell who may enter.\n' +
    `Write ${missing}, and it signs people in by itself; docs/guards.md tells how.`
  );
}
