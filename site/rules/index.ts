import { alertsDiffer } from './alerts-differ.ts';
import { allowNamesSomebody } from './allow-names-somebody.ts';
import { argoCdIsReachedAsStated } from './argo-cd-is-reached-as-stated.ts';
import { changesAreBounded } from './changes-are-bounded.ts';
import { clientsCanCome } from './clients-can-come.ts';
import { controllerSupportsWhatIsDemanded } from './controller-supports-what-is-demanded.ts';
import { controllerTellsWaitsApart } from './controller-tells-waits-apart.ts';
import { dashboardsDiffer } from './dashboards-differ.ts';
import { environmentSharesFit } from './environment-shares-fit.ts';
import { exampleValuesAreReplaced } from './example-values-are-replaced.ts';
import { guardsHaveWhatTheyNeed } from './guards-have-what-they-need.ts';
import { homeAddressesAreHosts } from './home-addresses-are-hosts.ts';
import { homeServicesLieAtHome } from './home-services-lie-at-home.ts';
import { homeSourcesLieAtHome } from './home-sources-lie-at-home.ts';
import { homeTargetsLieAtHome } from './home-targets-lie-at-home.ts';
import { hostsAreSingle } from './hosts-are-single.ts';
import { hostsLieInTheDomain } from './hosts-lie-in-the-domain.ts';
import { identifiersFitTheRegion } from './identifiers-fit-the-region.ts';
import { infrastructureFitsTheAllowance } from './infrastructure-fits-the-allowance.ts';
import { mailDomainsAreOnesOwn } from './mail-domains-are-ones-own.ts';
import { metricsFitTheirDisk } from './metrics-fit-their-disk.ts';
import { monitoringNodeExists } from './monitoring-node-exists.ts';
import { natNeedsTheGateway } from './nat-needs-the-gateway.ts';
import { networksDoNotOverlap } from './networks-do-not-overlap.ts';
import { nodeMemorySuitsItsOcpus } from './node-memory-suits-its-ocpus.ts';
import { peopleAreKnownToGrafana } from './people-are-known-to-grafana.ts';
import { peopleCanSignOn } from './people-can-sign-on.ts';
import { podsHaveAddresses } from './pods-have-addresses.ts';
import { publicServicesStateAGuard } from './public-services-state-a-guard.ts';
import { regionIsKnown } from './region-is-known.ts';
import { repositoriesCanBeRead } from './repositories-can-be-read.ts';
import type { Rule } from './rule.ts';
import { secretsHoldOneThingAKey } from './secrets-hold-one-thing-a-key.ts';
import { signOnNamesItsMembers } from './sign-on-names-its-members.ts';
import { teamRules } from './teams/index.ts';
import { teamsAreKnownToTheProvider } from './teams-are-known-to-the-provider.ts';
import { teamsSayWhoEnters } from './teams-say-who-enters.ts';
import { tunnelDevicesAreDistinct } from './tunnel-devices-are-distinct.ts';
import { tunnelDevicesLieInIt } from './tunnel-devices-lie-in-it.ts';
import { tunnelEndsDiffer } from './tunnel-ends-differ.ts';
import { tunnelEndsLieInIt } from './tunnel-ends-lie-in-it.ts';
import { tunnelSourcesAddUp } from './tunnel-sources-add-up.ts';
import { viewersSeeWhatThereIs } from './viewers-see-what-there-is.ts';
import { volumesFitTheirNode } from './volumes-fit-their-node.ts';

/** Every rule between fields. */
export const rules: readonly Rule[] = [
  regionIsKnown,
  identifiersFitTheRegion,
  networksDoNotOverlap,
  podsHaveAddresses,
  natNeedsTheGateway,
  nodeMemorySuitsItsOcpus,
  infrastructureFitsTheAllowance,
  volumesFitTheirNode,
  tunnelEndsLieInIt,
  tunnelEndsDiffer,
  homeTargetsLieAtHome,
  tunnelDevicesLieInIt,
  tunnelDevicesAreDistinct,
  tunnelSourcesAddUp,
  monitoringNodeExists,
  metricsFitTheirDisk,
  dashboardsDiffer,
  alertsDiffer,
  environmentSharesFit,
  repositoriesCanBeRead,
  argoCdIsReachedAsStated,
  homeServicesLieAtHome,
  homeAddressesAreHosts,
  hostsLieInTheDomain,
  hostsAreSingle,
  publicServicesStateAGuard,
  guardsHaveWhatTheyNeed,
  controllerSupportsWhatIsDemanded,
  controllerTellsWaitsApart,
  homeSourcesLieAtHome,
  clientsCanCome,
  signOnNamesItsMembers,
  mailDomainsAreOnesOwn,
  allowNamesSomebody,
  teamsAreKnownToTheProvider,
  peopleCanSignOn,
  peopleAreKnownToGrafana,
  secretsHoldOneThingAKey,
  changesAreBounded,
  viewersSeeWhatThereIs,
  teamsSayWhoEnters,
  exampleValuesAreReplaced,
  ...teamRules,
];
