import { INGRESS, type IngressFields, pathsOf } from '../../kubernetes/ingresses.ts';
import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import type { Breach, Policy } from '../policy.ts';

/** A request has one place to go to. */
export const ingressPathsAreUnique: Policy = {
  id: 'ingress-paths-are-unique',
  title: 'No two paths of all Ingresses have the same host, path and pathType.',
  why: 'Which of two wins depends on which was made first, so that a site built again may send requests elsewhere.',
  check: (context) => {
    const owners = new Map<string, Manifest>();
    return context.ofKind(INGRESS).flatMap((subject) => twins(subject, owners));
  },
};

function twins(subject: Manifest, owners: Map<string, Manifest>): Breach[] {
  return pathsOf(subject.object as IngressFields).flatMap(({ host = '*', route, at }) => {
    const { path = '/', pathType = '' } = route;
    const key = `${host}${path} (${pathType})`;
    const owner = owners.get(key);
    if (!owner) {
      owners.set(key, subject);
      return [];
    }
    const rule = `is a path of ${owner === subject ? 'this Ingress already' : `${nameOf(owner)} too`}`;
    return [
      { subject, path: [...at, 'path'], found: key, rule, fix: 'write another host or path, or remove one of the two' },
    ];
  });
}
