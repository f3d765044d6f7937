import { annotations } from './annotations.ts';
import type { Adapter } from './demands.ts';

/** The controller whose annotations these are. */
export const ingressNginx: Adapter = { name: 'ingress-nginx', honours: annotations };
