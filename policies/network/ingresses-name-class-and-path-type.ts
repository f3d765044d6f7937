import { INGRESS, type IngressFields, pathsOf } from '../../kubernetes/ingresses.ts';
import { type Problem, shown } from '../../site/index.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const OLD_CLASS = 'kubernetes.io/ingress.class';
const PATH_TYPES = ['Exact', 'Prefix', 'ImplementationSpecific'];

/** Nothing about an Ingress is left to what a cluster happens to take as its default. */
export const ingressesNameClassAndPathType: Policy = {
  id: 'ingresses-name-class-and-path-type',
  title: 'Every Ingress names its class, and every path its pathType.',
  why: 'Without a class either no controller serves the host or all of them do; without a pathType the API server refuses it.',
  check: eachOf<IngressFields>([INGRESS], function* (ingress) {
    const { spec, metadata } = ingress;
    if (!spec?.ingressClassName) {
      yield missing(['spec', 'ingressClassName'], spec?.ingressClassName, 'write the class of the edge, such as nginx');
    }
    const old = metadata.annotations?.[OLD_CLASS];
    if (old !== undefined) {
      const fix = 'remove it and write spec.ingressClassName';
      yield {
        path: ['metadata', 'annotations', OLD_CLASS],
        found: shown(old),
        rule: 'is the old way to name a class',
        fix,
      };
    }
    for (const { route, at } of pathsOf(ingress)) {
      if (PATH_TYPES.includes(route.pathType ?? '')) continue;
      yield missing([...at, 'pathType'], route.pathType, 'write Prefix or Exact');
    }
  }),
};

function missing(path: Problem['path'], found: unknown, fix: string): Problem {
  return { path, found: shown(found), rule: found === undefined ? 'is missing' : 'is none that Kubernetes knows', fix };
}
