import { type IngressController, supports } from '../../kubernetes/ingress-controllers/index.ts';
import { type BodyLimit, isTriedTwice, type RateLimit, type Redirect } from './limits.ts';

/** What one Ingress demands of the controller, in the words of the user; what is absent is not demanded. */
export interface Demands {
  /** A password file in front. */
  readonly basic?: { readonly secret: string; readonly realm: string };

  /** The sign-on in front. */
  readonly signOn?: { readonly check: string; readonly signIn: string; readonly headers: readonly string[] };

  /** Backend that speaks TLS. */
  readonly backendTls?: true;

  readonly bodyLimit?: BodyLimit;
  readonly connectSeconds?: number;

  /** For the service to take the next byte of a request. */
  readonly sendSeconds?: number;

  /** For the next byte of an answer, the first one included. */
  readonly silenceSeconds?: number;

  readonly rateLimit?: RateLimit;
  readonly rateExempt?: readonly string[];

  /** Requests that one client may have open at once. */
  readonly openAtOnce?: number;

  readonly allowedSources?: readonly string[];
  readonly blockedSources?: readonly string[];

  /** Kibibytes a second for one connection. */
  readonly bandwidth?: number;

  /** `www.` in front of the host leads to it. */
  readonly www?: true;

  readonly redirect?: Redirect;

  /** ConfigMap, as `namespace/name`, of headers that every answer carries. */
  readonly answerHeaders?: string;
}

/** One feature that an Ingress may demand. */
export type Feature = keyof Demands;

/** How one controller is told what an Ingress demands. */
export interface Adapter {
  readonly name: string;

  /** The annotations for each feature; a feature that is not here is one that the controller does not support. */
  readonly supports: {
    readonly [F in Feature]?: (demand: NonNullable<Demands[F]>) => Readonly<Record<string, string>>;
  };
}

/** The features that are demanded and that the controller does not support. */
export function lacking({ supports }: Adapter, demands: Demands): Feature[] {
  return demanded(demands).filter((feature) => !(feature in supports));
}

/** The annotations that tell a controller what is demanded of it. */
export function annotationsFor({ supports }: Adapter, demands: Demands): Record<string, string> {
  return Object.assign({}, ...demanded(demands).map((feature) => translated(supports, demands, feature)));
}

function translated<F extends Feature>(supports: Adapter['supports'], demands: Demands, feature: F) {
  const translate = supports[feature] as ((demand: Demands[F]) => Record<string, string>) | undefined;
  return translate?.(demands[feature]) ?? {};
}

function demanded(demands: Demands): Feature[] {
  return (Object.keys(demands) as Feature[]).filter((feature) => demands[feature] !== undefined);
}

/** What both controllers read; Traefik adopted the annotations of ingress-nginx. */
const PREFIX = 'nginx.ingress.kubernetes.io';

/**
 * The language of annotations, feature by feature.
 *
 * This is the only place that knows a key; what a controller leaves out of it stands in `kubernetes/ingress-controllers/`.
 */
const annotations: Required<Adapter['supports']> = {
  basic: ({ secret, realm }) =>
    keyed({ 'auth-type': 'basic', 'auth-secret': secret, 'auth-secret-type': 'auth-file', 'auth-realm': realm }),
  signOn: ({ check, signIn, headers }) =>
    keyed({ 'auth-url': check, 'auth-signin': signIn, 'auth-response-headers': headers.join(',') }),
  backendTls: () => keyed({ 'backend-protocol': 'HTTPS' }),
  bodyLimit: (limit) => keyed({ ...bodyLimit(limit), ...tries(limit) }),
  connectSeconds: (seconds) => keyed({ 'proxy-connect-timeout': `${seconds}` }),
  sendSeconds: (seconds) => keyed({ 'proxy-send-timeout': `${seconds}` }),
  silenceSeconds: (seconds) => keyed({ 'proxy-read-timeout': `${seconds}` }),
  rateLimit: ({ requests, per }) =>
    keyed({ [per === 'second' ? 'limit-rps' : 'limit-rpm']: `${requests}`, 'limit-burst-multiplier': '5' }),
  rateExempt: (networks) => keyed({ 'limit-whitelist': networks.join(',') }),
  openAtOnce: (requests) => keyed({ 'limit-connections': `${requests}` }),
  allowedSources: (networks) => keyed({ 'allowlist-source-range': networks.join(',') }),
  blockedSources: (networks) => keyed({ 'denylist-source-range': networks.join(',') }),
  bandwidth: (kibibytes) => keyed({ 'limit-rate': `${kibibytes}` }),
  www: () => keyed({ 'from-to-www-redirect': 'true' }),
  redirect: ({ to, permanent }) => keyed({ [permanent ? 'permanent-redirect' : 'temporal-redirect']: to }),
  answerHeaders: (configMap) => keyed({ 'custom-headers': configMap }),
};

/** Plain HTTP is answered with the redirect to HTTPS, whether or not the Ingress has a certificate yet. */
export const ONLY_HTTPS = keyed({ 'force-ssl-redirect': 'true' });

function keyed(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${PREFIX}/${key}`, value]));
}

/** Traefik looks at the size only of a body that it buffers, which it does not do by itself. */
function bodyLimit(limit: BodyLimit): Record<string, string> {
  return limit === 'none'
    ? { 'proxy-body-size': '0', 'proxy-request-buffering': 'off' }
    : { 'proxy-body-size': `${limit.mebibytes}m`, 'proxy-request-buffering': 'on' };
}

/** A request whose backend does not answer goes to another one only where its body may be kept for that. */
function tries(limit: BodyLimit): Record<string, string> {
  return isTriedTwice(limit) ? {} : { 'proxy-next-upstream': 'off' };
}

/** The adapter of each controller; Traefik is one with its provider for the annotations of ingress-nginx. */
export const adapters: Readonly<Record<IngressController, Adapter>> = {
  traefik: adapter('traefik'),
  'ingress-nginx': adapter('ingress-nginx'),
};

function adapter(name: IngressController): Adapter {
  const supported = Object.entries(annotations).filter(([feature]) => supports(name, feature));
  return { name, supports: Object.fromEntries(supported) };
}
