export { type EdgeOptions, Issuer, type SignOnCheck, STRICT_TRANSPORT_SECURITY } from './edge.ts';
export { BodyLimit, isTriedTwice, RateLimit, Redirect, type Timeouts } from './limits.ts';
export { type Route, SecureIngress } from './secure-ingress.ts';
export {
  type Backend,
  type BasicOptions,
  Exposure,
  Guard,
  type SecureIngressProps,
  type SignOnOptions,
} from './secure-ingress-props.ts';
