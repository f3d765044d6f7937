import { type Chart, Duration } from 'cdk8s';
import type { Site } from '../site/index.ts';
import { edgePlan } from '../site/plan/edge.ts';
import { gitOpsAccess, WEBHOOK_PATH } from '../site/plan/gitops.ts';
import { hostName } from '../site/plan/hosts.ts';
import { ARGO_CD } from './delivery/argo-cd/argo-cd.ts';
import { Exposure, Guard, RateLimit, SecureIngress } from './secure-ingress/index.ts';
import { exposureOf, guardOf } from './service-access.ts';

/** Service of the pages and of the interface, as the chart names it, and its port for plain HTTP. */
const SERVER = { service: `${ARGO_CD}-server`, port: 80 };

/** Whether the folder of the ways to Argo CD has anything in it. */
export function hasDelivery(site: Site): boolean {
  const fromVault = site.secrets.backend === 'oci-vault' && site.git.secret !== undefined;
  return gitOpsAccess(site) !== undefined || site.gitops.webhook !== undefined || fromVault;
}

/** The ways to Argo CD: its pages, where the site has somebody to show them to, and the webhook, where it asks for one. */
export function publishArgoCd(chart: Chart, site: Site): void {
  const edge = edgePlan(site);
  const { host, webhook } = site.gitops;
  const access = gitOpsAccess(site);
  if (access) {
    new SecureIngress(chart, 'Argo CD', {
      edge,
      host: hostName(site, host),
      backend: SERVER,
      exposure: exposureOf(access),
      guard: guardOf(site, access),
      timeouts: { answer: STREAMS },
    });
  }
  if (!webhook) return;
  new SecureIngress(chart, 'Webhook', {
    edge,
    name: `${ARGO_CD}-webhook`,
    host: hostName(site, webhook.host),
    backend: SERVER,
    path: WEBHOOK_PATH,
    exposure: Exposure.PUBLIC,
    // Argo CD verifies the signature of each call itself.
    guard: Guard.none(),
    rateLimit: RateLimit.perSecond(CALLS_A_SECOND),
  });
}

/** The pages keep streams open, which say nothing while nothing changes. */
const STREAMS = Duration.minutes(10);

/** A git host calls once for a push; whoever calls more often is not one. */
const CALLS_A_SECOND = 2;
