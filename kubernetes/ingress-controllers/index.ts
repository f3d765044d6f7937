import type { ControllerFacts } from './controller.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { traefik } from './traefik.ts';

/** A controller that reads the annotations of ingress-nginx; Traefik does by its provider for them. */
export type IngressController = 'traefik' | 'ingress-nginx';

/** What is known of each controller: one that has a name and is not here does not compile. */
export const controllers: Readonly<Record<IngressController, ControllerFacts>> = {
  traefik,
  'ingress-nginx': ingressNginx,
};

/** The name of every controller. */
export const INGRESS_CONTROLLERS = Object.keys(controllers) as readonly IngressController[];

/** Whether a controller obeys what an Ingress demands. */
export function supports(controller: IngressController, demand: string): boolean {
  return !controllers[controller].unsupported.includes(demand);
}
