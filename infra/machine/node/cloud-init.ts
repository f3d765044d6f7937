import type { Site } from '../../../site/index.ts';
import { volumes } from '../../../site/plan/volumes.ts';
import type { CloudConfig } from '../cloud-config.ts';
import start from './start.sh';
import makeVolumes from './volumes.sh';

/** First start of a node: the whole disk, the directories of its volumes, then Oracle's own start. */
export function nodeCloudInit(site: Site, node: string): CloudConfig {
  const lines = volumes(site)
    .filter((volume) => volume.node === node)
    .map(({ owner, directory }) => `${owner} ${directory}\n`);
  return {
    files: [
      { path: '/etc/armstead/volumes', content: lines.join('') },
      { path: '/usr/local/sbin/armstead-volumes', content: makeVolumes, mode: '0755' },
      { path: '/usr/local/sbin/armstead-start', content: start, mode: '0755' },
    ],
    start: '/usr/local/sbin/armstead-start',
  };
}
