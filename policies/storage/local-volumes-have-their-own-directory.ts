import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import { isLocal, type VolumeFields } from '../../kubernetes/volumes.ts';
import type { PolicyContext } from '../context/context.ts';
import { nodesWithin } from '../context/nodes.ts';
import type { Breach, Policy } from '../policy.ts';

/** No two volumes write into each other's files. */
export const localVolumesHaveTheirOwnDirectory: Policy = {
  id: 'local-volumes-have-their-own-directory',
  title: 'No local volume lies in or above the directory of another one on the same node.',
  why: 'Two processes that take one directory for their own destroy the data of both.',
  absolute: 'data would be lost',
  check: (context) => {
    const volumes = context.ofKind('PersistentVolume').filter(({ object }) => isLocal(object));
    const owners = new Map<string, Manifest>();
    const first = volumes.flatMap((subject) => taken(subject, owners, context));
    return [...first, ...volumes.flatMap((subject) => inside(subject, owners, context))];
  },
};

interface Place {
  readonly node: string;
  readonly path: string;
}

/** The directory of a volume on each node on which it can lie. */
function places({ object }: Manifest, context: PolicyContext): Place[] {
  const { local, nodeAffinity } = (object as VolumeFields).spec ?? {};
  const path = (local?.path ?? '').replace(/\/+$/, '');
  return nodesWithin(nodeAffinity?.required ?? {}, context).map((node) => ({ node, path }));
}

function taken(subject: Manifest, owners: Map<string, Manifest>, context: PolicyContext): Breach[] {
  return places(subject, context).flatMap(({ node, path }) => {
    const owner = owners.get(`${node}:${path}`);
    if (!owner) owners.set(`${node}:${path}`, subject);
    return owner ? [breach(subject, path, `is the directory of ${nameOf(owner)} too`)] : [];
  });
}

function inside(subject: Manifest, owners: ReadonlyMap<string, Manifest>, context: PolicyContext): Breach[] {
  return places(subject, context).flatMap(({ node, path }) => {
    const [owner] = parentsOf(path).flatMap((parent) => owners.get(`${node}:${parent}`) ?? []);
    return owner ? [breach(subject, path, `lies in the directory of ${nameOf(owner)}`)] : [];
  });
}

/** `/a/b/c` lies in `/a/b` and in `/a`. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) parents.push(path.slice(0, end));
  return parents;
}

function breach(subject: Manifest, found: string, rule: string): Breach {
  return { subject, path: ['spec', 'local', 'path'], found, rule, fix: 'write a directory of its own' };
}
