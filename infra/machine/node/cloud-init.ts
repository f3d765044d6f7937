import type { Plan } from '../../../site/plan/index.ts';
import type { CloudConfig, MachineFile } from '../cloud-config.ts';
import { connectionBound } from './connections.ts';
import { metadataGuard } from './metadata.ts';
import start from './start.sh';
import { nodeUpdates } from './updates.ts';
import makeVolumes from './volumes.sh';

/** The system's own journal takes no more of the disk than this, instead of a tenth of it. */
const journal: MachineFile = {
  path: '/etc/systemd/journald.conf.d/60-armstead.conf',
  content: '[Journal]\nSystemMaxUse=256M\n',
};

/** First start of a node: the whole disk, its volumes, the rules of its firewall, then Oracle's own start. */
export function nodeCloudInit({ storage, cloud, edge }: Plan, node: string): CloudConfig {
  const lines = storage.volumes
    .filter((volume) => volume.node === node)
    .map(({ user, directory }) => `${user} ${directory}\n`);
  return {
    files: [
      { path: '/etc/armstead/volumes', content: lines.join('') },
      { path: '/usr/local/sbin/armstead-volumes', content: makeVolumes, mode: '0755' },
      ...metadataGuard,
      ...connectionBound(edge.loadBalancers),
      journal,
      ...nodeUpdates(Object.keys(cloud.nodes).indexOf(node)),
      { path: '/usr/local/sbin/armstead-start', content: start, mode: '0755' },
    ],
    start: '/usr/local/sbin/armstead-start',
  };
}
