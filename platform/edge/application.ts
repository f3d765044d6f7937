import type { IConstruct } from 'constructs';
import type { PlannedEdge } from '../../site/plan/index.ts';
import type { HelmApplicationProps } from '../argo-cd/helm-application.ts';
import type { ControllerProps } from './controller.ts';
import type { EdgeProps } from './edge.ts';
import { ingressNginxApplication } from './ingress-nginx/application.ts';
import { traefikApplication } from './traefik/application.ts';

/** What the choice of a controller decides. */
interface Controller {
  /** Names of its container ports. */
  readonly targets: EdgeProps['targets'];
  readonly application: (props: ControllerProps, scope: IConstruct) => HelmApplicationProps;
}

const controllers: Readonly<Record<PlannedEdge['controller'], Controller>> = {
  traefik: { targets: { http: 'web', https: 'websecure' }, application: traefikApplication },
  'ingress-nginx': { targets: { http: 'http', https: 'https' }, application: ingressNginxApplication },
};

/** Names of the controller's container ports, to which the load balancers lead. */
export function edgeTargets(controller: PlannedEdge['controller']): EdgeProps['targets'] {
  return controllers[controller].targets;
}

/**
 * The controller as Argo CD installs it.
 *
 * @param scope the app whose routes it serves, or anything in it
 */
export function edgeApplication(edge: PlannedEdge, scope: IConstruct): HelmApplicationProps {
  return controllers[edge.controller].application(edge, scope);
}
