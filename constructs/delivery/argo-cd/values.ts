import type { Site } from '../../../site/index.ts';
import { PLATFORM_PRIORITY } from '../../../site/plan/priorities.ts';
import { helmResources } from '../helm-application.ts';
import { cache, cachePassword, controller, repositoryServer, server } from './pods.ts';
import { argoCdSettings } from './settings.ts';

/**
 * Values of the chart `argo-cd`: one of each process that is needed and none of the others.
 *
 * No Dex (sign-on is the site's own), no notifications (alerts come from monitoring), no ApplicationSets (there is one
 * Application for each folder, in git). The server speaks plain HTTP because TLS ends at the edge. Network policies are
 * left out: nothing in the cluster enforces them.
 */
export function argoCdValues(site: Pick<Site, 'domain'>) {
  return {
    global: {
      domain: `argocd.${site.domain}`,
      networkPolicy: { create: false },
      priorityClassName: PLATFORM_PRIORITY,
    },
    crds: { install: true, keep: true },
    configs: {
      cm: argoCdSettings(),
      params: { 'server.insecure': true },
    },
    controller: { replicas: 1, resources: helmResources(controller) },
    repoServer: { replicas: 1, resources: helmResources(repositoryServer) },
    server: { replicas: 1, resources: helmResources(server) },
    redis: { resources: helmResources(cache) },
    redisSecretInit: { resources: helmResources(cachePassword) },
    applicationSet: { replicas: 0 },
    dex: { enabled: false },
    notifications: { enabled: false },
  };
}
