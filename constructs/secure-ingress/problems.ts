import { contains } from '../../site/plan/networks.ts';
import { type Adapter, type Demands, lacking } from './controllers/index.ts';
import { Exposure } from './exposure.ts';
import type { SecureIngressProps } from './secure-ingress-props.ts';
import { waitProblems } from './waits.ts';

/** What is wrong with the props of a SecureIngress. */
export function problems(props: SecureIngressProps, adapter: Adapter, demands: Demands): (string | undefined)[] {
  return [
    ...lacking(adapter, demands).map(
      (feature) => `'${feature}' is not honoured by ${adapter.name}; leave it out, or choose another edge.controller`,
    ),
    guardBehindTheEdge(props),
    homeWithoutHome(props),
    signOnWithoutOne(props),
    realmProblem(props),
    wwwTwice(props),
    ...outsideHome(props),
    ...pathProblems(props),
    ...redirectProblems(props),
    redirectsForEverybody(props, demands),
    ...waitProblems(props),
  ];
}

function guardBehindTheEdge({ exposure, guard }: SecureIngressProps): string | undefined {
  if (exposure !== Exposure.CLUSTER || guard.kind === 'none') return undefined;
  return `'guard' is ${guard.kind}, but a guard stands at the edge and Exposure.CLUSTER has no way through it; use Guard.none()`;
}

function homeWithoutHome({ exposure, edge }: SecureIngressProps): string | undefined {
  if (exposure !== Exposure.HOME || edge.homeNetworks.length > 0) return undefined;
  return "'exposure' is home, but the site has no home network; state home in platform.ts, or use Exposure.CLUSTER";
}

function signOnWithoutOne({ guard, edge }: SecureIngressProps): string | undefined {
  if (guard.kind !== 'sign-on' || edge.signOn) return undefined;
  return "'guard' is sign-on, but the site has none; state signOn in platform.ts, or use Guard.basic({ secret })";
}

/** The realm stands between quotes in the controller's configuration and in an HTTP header. */
function realmProblem({ guard }: SecureIngressProps): string | undefined {
  if (guard.kind !== 'basic' || /^[\w ,.:!?'()-]+$/.test(guard.realm)) return undefined;
  return `'realm' must be letters, digits, spaces and plain punctuation, got ${JSON.stringify(guard.realm)}`;
}

function wwwTwice({ www, host }: SecureIngressProps): string | undefined {
  if (!www || !host.startsWith('www.')) return undefined;
  return `'www' adds www. to a host, and ${host} has it already; use the host without it`;
}

function outsideHome({ exposure, allowedSources = [], edge }: SecureIngressProps): string[] {
  if (exposure !== Exposure.HOME) return [];
  return allowedSources
    .filter((network) => !edge.homeNetworks.some((home) => contains(home, network)))
    .map(
      (network) =>
        `'allowedSources' must lie in the home networks (${edge.homeNetworks.join(', ')}) with Exposure.HOME, got ${network}`,
    );
}

/** What both controllers accept in a path that is no regular expression. */
const PATH = /^\/[A-Za-z0-9._\-/]+$/;

function pathProblems({ path: own = '/', paths = {}, redirects = {} }: SecureIngressProps): string[] {
  const wrong = [...(own === '/' ? [] : [own]), ...Object.keys(paths), ...Object.keys(redirects)]
    .filter((path) => !PATH.test(path))
    .map((path) => `a path begins with / and has letters, digits and ._-/ after it, such as /api, got '${path}'`);
  const twice = Object.keys(redirects)
    .filter((path) => path in paths)
    .map((path) => `'paths' and 'redirects' both have ${path}; leave it in one of them`);
  return [...wrong, ...twice];
}

/** nginx answers a redirect before it looks at the address; with Traefik the file of its own comes first. */
function redirectsForEverybody({ redirects = {}, edge }: SecureIngressProps, demands: Demands): string | undefined {
  if (edge.controller === 'traefik' || !demands.allowedSources || Object.keys(redirects).length === 0) return undefined;
  return `'redirects' of ${edge.controller} answer everybody, and this host does not; leave them out, or choose another edge.controller`;
}

function redirectProblems({ redirects = {} }: SecureIngressProps): string[] {
  return Object.entries(redirects)
    .filter(([, { to }]) => !/^https?:\/\/[^\s"'$`\\{};]+$/.test(to))
    .map(
      ([path, { to }]) =>
        `'redirects' of ${path} must lead to a whole address such as https://example.org/new, got '${to}'`,
    );
}
