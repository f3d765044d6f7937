import { LocalDirectories } from '../constructs/local-storage/index.ts';
import { STORAGE_NODE } from '../kubernetes/labels.ts';
import type { Build } from './folder.ts';

/** The directories of local volumes, on each node that has some. */
export const buildStorage: Build = (chart, { cloud, storage }) => {
  for (const node of Object.keys(cloud.nodes)) {
    const here = storage.volumes.filter((volume) => volume.node === node);
    const volumes = here.map(({ name, user }) => ({ name, owner: user }));
    if (volumes.length > 0) {
      new LocalDirectories(chart, `Directories ${node}`, {
        node,
        nodeLabel: STORAGE_NODE,
        root: storage.directory,
        volumes,
      });
    }
  }
};
