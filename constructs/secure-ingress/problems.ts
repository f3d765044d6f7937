import { Address4, Address6 } from 'ip-address';
import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import { type Adapter, type Demands, lacking } from './annotations.ts';
import { type PropsAtEdge, waitProblems } from './demands.ts';
import { Exposure } from './secure-ingress-props.ts';

/** What is wrong with the props of a SecureIngress. */
export function problems(props: PropsAtEdge, adapter: Adapter, demands: Demands): (string | undefined)[] {
  return [
    ...lacking(adapter, demands).map(
      (feature) => `'${feature}' is not supported by ${adapter.name}; leave it out, or choose another edge.controller`,
    ),
    guardBehindTheEdge(props),
    homeWithoutHome(props),
    signOnWithoutOne(props),
    realmProblem(props),
    wwwTwice(props),
    ...outsideHome(props),
    ...pathProblems(props),
    ...redirectProblems(props),
    ...portProblems(props),
    redirectsForEverybody(props, demands),
    ...waitProblems(props),
  ];
}

function guardBehindTheEdge({ exposure, guard }: PropsAtEdge): string | undefined {
  if (exposure !== Exposure.CLUSTER || guard.kind === 'none') return undefined;
  return `'guard' is ${guard.kind}, but a guard stands at the edge and Exposure.CLUSTER has no route through it; use Guard.none()`;
}

function homeWithoutHome({ exposure, edge }: PropsAtEdge): string | undefined {
  if (exposure !== Exposure.HOME || edge.homeNetworks.length > 0) return undefined;
  return "'exposure' is home, but 'edge.homeNetworks' names no network; name those of home, or use Exposure.CLUSTER";
}

function signOnWithoutOne({ guard, edge }: PropsAtEdge): string | undefined {
  if (guard.kind !== 'sign-on' || edge.signOn) return undefined;
  return "'guard' is sign-on, but 'edge.signOn' is missing; say where it is, or use Guard.basic({ secret })";
}

/** The realm stands between quotes in the controller's configuration and in an HTTP header. */
function realmProblem({ guard }: PropsAtEdge): string | undefined {
  if (guard.kind !== 'basic' || /^[\w ,.:!?'()-]+$/.test(guard.realm)) return undefined;
  return `'realm' must be letters, digits, spaces and plain punctuation, got ${JSON.stringify(guard.realm)}`;
}

function wwwTwice({ www, host }: PropsAtEdge): string | undefined {
  if (!www || !host.startsWith('www.')) return undefined;
  return `'www' adds www. to a host, and ${host} has it already; use the host without it`;
}

function outsideHome({ exposure, allowedSources = [], edge }: PropsAtEdge): string[] {
  if (exposure !== Exposure.HOME) return [];
  return allowedSources
    .filter((network) => !edge.homeNetworks.some((home) => contains(home, network)))
    .map(
      (network) =>
        `'allowedSources' must lie in the home networks (${edge.homeNetworks.join(', ')}) with Exposure.HOME, got ${network}`,
    );
}

/** Whether every address of `inner`, a network or a single address, lies in the network `outer`. */
function contains(outer: string, inner: string): boolean {
  const [around, within] = [addressOf(outer), addressOf(inner)];
  return around.v4 === within.v4 && within.isInSubnet(around);
}

function addressOf(network: string): Address4 | Address6 {
  return network.includes(':') ? new Address6(network) : new Address4(network);
}

/** What both controllers accept in a path that is no regular expression. */
const PATH = /^\/[A-Za-z0-9._\-/]+$/;

function pathProblems({ path: own = '/', paths = {}, redirects = {} }: PropsAtEdge): string[] {
  const wrong = [...(own === '/' ? [] : [own]), ...Object.keys(paths), ...Object.keys(redirects)]
    .filter((path) => !PATH.test(path))
    .map((path) => `a path begins with / and has letters, digits and ._-/ after it, such as /api, got '${path}'`);
  const twice = Object.keys(redirects)
    .filter((path) => path in paths)
    .map((path) => `'paths' and 'redirects' both have ${path}; leave it in one of them`);
  return [...wrong, ...twice];
}

/** A Service of the app tells its port where it has one. */
function portProblems({ backend, paths = {} }: PropsAtEdge): string[] {
  return [backend, ...Object.values(paths)].flatMap(({ service, port }) => {
    if (port !== undefined) return [];
    if (typeof service === 'string')
      return [`'port' of the Service ${service} is missing: it is not made here; state it`];
    if (service.ports.length === 1) return [];
    return [`'port' is missing: the Service ${service.name} has ${service.ports.length} ports; state which one`];
  });
}

/** nginx answers a redirect before it looks at the address; with Traefik the file of its own comes first. */
function redirectsForEverybody({ redirects = {}, edge }: PropsAtEdge, demands: Demands): string | undefined {
  const { redirectsEverybody } = controllers[edge.controller];
  if (!redirectsEverybody || !demands.allowedSources || Object.keys(redirects).length === 0) return undefined;
  return `'redirects' of ${edge.controller} answer everybody, and this host does not; leave them out, or choose another edge.controller`;
}

function redirectProblems({ redirects = {} }: PropsAtEdge): string[] {
  return Object.entries(redirects)
    .filter(([, { to }]) => !/^https?:\/\/[^\s"'$`\\{};]+$/.test(to))
    .map(
      ([path, { to }]) =>
        `'redirects' of ${path} must lead to a whole address such as https://example.org/new, got '${to}'`,
    );
}
