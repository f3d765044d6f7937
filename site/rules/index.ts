import { environmentSharesFit } from './environment-shares.ts';
import { metricsFitTheirDisk } from './metrics-fit-their-disk.ts';
import { monitoringNodeExists } from './monitoring-node.ts';
import { networksDoNotOverlap } from './networks-do-not-overlap.ts';
import type { Rule } from './rule.ts';
import { tunnelAddressesLieInItsNetwork } from './tunnel-addresses.ts';
import { volumesFitTheirNode } from './volumes-fit-their-node.ts';

/** Every rule between fields. */
export const rules: readonly Rule[] = [
  networksDoNotOverlap,
  tunnelAddressesLieInItsNetwork,
  monitoringNodeExists,
  metricsFitTheirDisk,
  volumesFitTheirNode,
  environmentSharesFit,
];
