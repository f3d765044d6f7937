import { charts } from '../../../constructs/versions.ts';
import { platformNamespaces, waveOf } from '../../../site/plan/index.ts';
import type { HelmApplicationProps } from '../../argo-cd/helm-application.ts';
import type { ControllerProps } from '../controller.ts';
import { INGRESS_NGINX_RESOURCES, ingressNginxValues } from './values.ts';

/** ingress-nginx, as Argo CD installs it. */
export function ingressNginxApplication(props: ControllerProps): HelmApplicationProps {
  return {
    name: 'ingress-nginx',
    chart: charts.ingressNginx,
    namespace: platformNamespaces.edge.name,
    values: ingressNginxValues(props),
    pods: [{ name: 'controller', resources: INGRESS_NGINX_RESOURCES }],
    wave: waveOf('ingress-nginx'),
  };
}
