import type { IConstruct } from 'constructs';

/** A volume, as who prepares its directory knows it. */
export interface LocalVolume {
  readonly name: string;
  readonly owner: number;
  readonly directory: string;
  readonly node: string;
  readonly nodeLabel: string;
}

/** The volumes of each app, by node and directory. */
const known = new WeakMap<IConstruct, Map<string, LocalVolume>>();

/** The local volumes of an app so far. */
export function volumesOfApp({ node }: IConstruct): readonly LocalVolume[] {
  return [...(known.get(node.root)?.values() ?? [])];
}

/** Takes up a volume; says so where another one lies in the same directory. */
export function takeUp({ node }: IConstruct, volume: LocalVolume): string | undefined {
  const volumes = known.get(node.root) ?? new Map<string, LocalVolume>();
  known.set(node.root, volumes);
  const place = [volume.nodeLabel, volume.node, volume.directory].join('\n');
  if (volumes.has(place)) {
    return `'directory' ${volume.directory} of node ${volume.node} holds another volume already; state one of its own`;
  }
  volumes.set(place, volume);
  return undefined;
}

/** Where volumes lie on a node, each in a directory of its name. */
export const VOLUMES = '/var/lib/volumes';
