import { sizeText } from '../fields/quantities.ts';
import { SMALLEST_VOLUME, volumes } from '../plan/volumes.ts';
import type { Rule } from './rule.ts';

/** No volume is smaller than what its claim asks for: it would never be bound. */
export const volumesCanBeClaimed: Rule = {
  id: 'volumes-can-be-claimed',
  conflicts: (site) =>
    volumes(site).flatMap(({ size, stated }) =>
      stated && size.mebibytes < SMALLEST_VOLUME.mebibytes
        ? [
            {
              path: stated,
              rule: `is less than ${sizeText(SMALLEST_VOLUME)}, the smallest volume`,
              fix: `write at least ${sizeText(SMALLEST_VOLUME)}`,
            },
          ]
        : [],
    ),
};
