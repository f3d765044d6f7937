import { type BodyLimit, isTriedTwice } from '../limits.ts';
import type { Adapter } from './demands.ts';

/** What both controllers read; Traefik adopted the annotations of ingress-nginx. */
const PREFIX = 'nginx.ingress.kubernetes.io';

/**
 * The language of annotations, feature by feature.
 *
 * This is the only place that knows a key; what a controller leaves out of it stands in the controller's own file.
 */
export const annotations: Required<Adapter['honours']> = {
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

/** Plain HTTP is answered with the way to HTTPS, whether or not the Ingress has a certificate yet. */
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
