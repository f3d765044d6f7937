import { cloudNetworkHoldsItsSubnets, networksLeaveLinkLocal } from './cloud-network.ts';
import { environmentSharesFit } from './environment-shares.ts';
import { machinesFitTheAllowance } from './machines-fit-the-allowance.ts';
import { metricsFitTheirDisk } from './metrics-fit-their-disk.ts';
import { monitoringNodeExists } from './monitoring-node.ts';
import { natNeedsTheGateway } from './nat-needs-the-gateway.ts';
import { networksDoNotOverlap } from './networks-do-not-overlap.ts';
import type { Rule } from './rule.ts';
import { tunnelAddressesLieInItsNetwork } from './tunnel-addresses.ts';
import { tunnelDevicesAreDistinct } from './tunnel-devices.ts';
import { volumesFitTheirNode } from './volumes-fit-their-node.ts';

/** Every rule between fields. */
export const rules: readonly Rule[] = [
  networksDoNotOverlap,
  networksLeaveLinkLocal,
  cloudNetworkHoldsItsSubnets,
  natNeedsTheGateway,
  machinesFitTheAllowance,
  tunnelAddressesLieInItsNetwork,
  tunnelDevicesAreDistinct,
  monitoringNodeExists,
  metricsFitTheirDisk,
  volumesFitTheirNode,
  environmentSharesFit,
];
