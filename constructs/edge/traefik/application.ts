import { platformNamespaces } from '../../../site/plan/namespaces.ts';
import type { HelmApplicationProps } from '../../delivery/helm-application.ts';
import { waveOf } from '../../delivery/waves.ts';
import { charts } from '../../versions.ts';
import type { ControllerProps } from '../controller.ts';
import { TRAEFIK_RESOURCES, traefikValues } from './values.ts';

/** Traefik, as Argo CD installs it. Its 25 CRDs are for providers that stay off, and 15 of them for a paid product. */
export function traefikApplication(props: ControllerProps): HelmApplicationProps {
  return {
    name: 'traefik',
    chart: charts.traefik,
    namespace: platformNamespaces.edge.name,
    values: traefikValues(props),
    pods: [{ name: 'traefik', resources: TRAEFIK_RESOURCES }],
    wave: waveOf('traefik'),
    skipCrds: true,
  };
}
