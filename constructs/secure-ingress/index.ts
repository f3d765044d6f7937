export { Exposure } from './exposure.ts';
export { type BasicOptions, Guard, type SignOnOptions } from './guard.ts';
export { BodyLimit, isTriedTwice, RateLimit, Redirect, type Timeouts } from './limits.ts';
export { SecureIngress, type Way } from './secure-ingress.ts';
export type { Backend, SecureIngressProps } from './secure-ingress-props.ts';
