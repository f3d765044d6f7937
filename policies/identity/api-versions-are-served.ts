import { endOf } from '../../kubernetes/api-versions.ts';
import { minorOf } from '../context/cluster-version.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Everything is written in a version that the cluster of the site serves, and goes on serving. */
export const apiVersionsAreServed: Policy = {
  id: 'api-versions-are-served',
  title: 'No object is written in a version that Kubernetes has removed or calls deprecated.',
  why: 'A removed version is refused; a deprecated one breaks the day the cluster is raised, when there is enough else to do.',
  check: eachObject(({ object: { apiVersion, kind } }, { plan }) => {
    const end = endOf(apiVersion, kind);
    const minor = minorOf(plan);
    if (!end || minor < end.deprecatedIn) return [];
    const rule =
      minor >= end.removedIn
        ? `is no longer served since Kubernetes 1.${end.removedIn}; the site has ${plan.kubernetes}`
        : `is deprecated since Kubernetes 1.${end.deprecatedIn} and ends with 1.${end.removedIn}`;
    return [{ path: ['apiVersion'], found: `${apiVersion} ${kind}`, rule, fix: `write ${end.instead}` }];
  }),
};
