import type { Policy } from '../policy.ts';
import { challengesAreNotGuarded } from './challenges-are-not-guarded.ts';
import { clientAddressesAreTrue } from './client-addresses-are-true.ts';
import { homeHostsStayAtHome } from './home-hosts-stay-at-home.ts';
import { hostsArePlanned } from './hosts-are-planned.ts';
import { hostsHaveOneTlsSecret } from './hosts-have-one-tls-secret.ts';
import { ingressHostsHaveTls } from './ingress-hosts-have-tls.ts';
import { ingressPathsAreUnique } from './ingress-paths-are-unique.ts';
import { ingressPortsExist } from './ingress-ports-exist.ts';
import { ingressesNameClassAndPathType } from './ingresses-name-class-and-path-type.ts';
import { loadBalancersFitTheAllowance } from './load-balancers-fit-the-allowance.ts';
import { loadBalancersHaveTheFreeShape } from './load-balancers-have-the-free-shape.ts';
import { onlyTheEdgeIsExposed } from './only-the-edge-is-exposed.ts';
import { servicesReachTheirPods } from './services-reach-their-pods.ts';

/** How requests come in and find their pods. */
export const networkPolicies: readonly Policy[] = [
  servicesReachTheirPods,
  ingressPortsExist,
  ingressPathsAreUnique,
  ingressesNameClassAndPathType,
  ingressHostsHaveTls,
  hostsHaveOneTlsSecret,
  challengesAreNotGuarded,
  onlyTheEdgeIsExposed,
  loadBalancersFitTheAllowance,
  loadBalancersHaveTheFreeShape,
  homeHostsStayAtHome,
  hostsArePlanned,
  clientAddressesAreTrue,
];
