import { goEnvironment, type Resources } from '../../../constructs/workload/index.ts';
import { type ArgoCdPlan, PLATFORM_PRIORITY } from '../../../site/plan/index.ts';
import { helmResources } from '../helm-application.ts';
import { applicationSets, cache, cachePassword, controller, repositoryServer, server } from './pods.ts';
import { argoCdSettings } from './settings.ts';
import { webhookSecrets } from './webhook.ts';

/** What the values of Argo CD say of a site. */
export type ChartPlan = Pick<ArgoCdPlan, 'host' | 'knownHosts' | 'webhook'>;

/**
 * Values of the chart `argo-cd`: one of each process that is needed and none of the others.
 *
 * No Dex (the site's own sign-on stands in front), no notifications (alerts come from monitoring), no ApplicationSets
 * (there is one Application for each folder, in git). The server speaks plain HTTP because TLS ends at the edge. Network
 * policies are left out: nothing in the cluster enforces them.
 */
export function argoCdValues({ host, knownHosts: extraHosts, webhook }: ChartPlan) {
  return {
    global: {
      domain: host,
      networkPolicy: { create: false },
      priorityClassName: PLATFORM_PRIORITY,
    },
    crds: { install: true, keep: true },
    configs: {
      cm: { ...argoCdSettings(), url: `https://${host}` },
      params: {
        'server.insecure': true,
        // One chart after the other, so that the first start does not need the memory of all at once.
        'reposerver.parallelism.limit': 1,
      },
      ...(extraHosts && { ssh: { extraHosts } }),
      ...(webhook && { secret: webhookSecrets(webhook.secret) }),
    },
    controller: { replicas: 1, ...process(controller) },
    repoServer: { replicas: 1, ...process(repositoryServer) },
    server: { replicas: 1, ...process(server) },
    redis: { resources: helmResources(cache) },
    redisSecretInit: { resources: helmResources(cachePassword) },
    applicationSet: {
      replicas: 0,
      resources: helmResources(applicationSets),
      extraEnv: goEnvironment(applicationSets),
    },
    dex: { enabled: false },
    notifications: { enabled: false },
  };
}

/** What a process written in Go requests, and knows of it; the cache is none. */
function process(resources: Resources) {
  return { resources: helmResources(resources), env: goEnvironment(resources) };
}
