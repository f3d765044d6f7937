import { dashboardsDiffer } from './dashboards-differ.ts';
import { environmentSharesFit } from './environment-shares-fit.ts';
import { homeTargetsLieAtHome } from './home-targets-lie-at-home.ts';
import { machinesFitTheAllowance } from './machines-fit-the-allowance.ts';
import { metricsFitTheirDisk } from './metrics-fit-their-disk.ts';
import { monitoringNodeExists } from './monitoring-node-exists.ts';
import { natNeedsTheGateway } from './nat-needs-the-gateway.ts';
import { networksDoNotOverlap } from './networks-do-not-overlap.ts';
import { nodeMemorySuitsItsOcpus } from './node-memory-suits-its-ocpus.ts';
import { podsHaveAddresses } from './pods-have-addresses.ts';
import type { Rule } from './rule.ts';
import { tunnelDevicesAreDistinct } from './tunnel-devices-are-distinct.ts';
import { tunnelDevicesLieInIt } from './tunnel-devices-lie-in-it.ts';
import { tunnelEndsDiffer } from './tunnel-ends-differ.ts';
import { tunnelEndsLieInIt } from './tunnel-ends-lie-in-it.ts';
import { volumesFitTheirNode } from './volumes-fit-their-node.ts';

/** Every rule between fields. */
export const rules: readonly Rule[] = [
  networksDoNotOverlap,
  podsHaveAddresses,
  natNeedsTheGateway,
  nodeMemorySuitsItsOcpus,
  machinesFitTheAllowance,
  volumesFitTheirNode,
  tunnelEndsLieInIt,
  tunnelEndsDiffer,
  homeTargetsLieAtHome,
  tunnelDevicesLieInIt,
  tunnelDevicesAreDistinct,
  monitoringNodeExists,
  metricsFitTheirDisk,
  dashboardsDiffer,
  environmentSharesFit,
];
