import { Lazy } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { charts } from '../../../constructs/versions.ts';
import { platformNamespaces, waveOf } from '../../../site/plan/index.ts';
import type { HelmApplicationProps } from '../../argo-cd/helm-application.ts';
import type { ControllerProps } from '../controller.ts';
import { publishedIn, traefikFile } from './front/index.ts';
import { TRAEFIK_RESOURCES, traefikValues } from './values.ts';

/**
 * Traefik, as Argo CD installs it. Its 25 CRDs are for providers that stay off, and 15 of them for a paid product.
 *
 * @param scope the app whose routes the file tells of, or anything in it
 */
export function traefikApplication(props: ControllerProps, scope: IConstruct): HelmApplicationProps {
  // Written down at the end, when everything that is published has been made.
  const content = Lazy.any({ produce: () => traefikFile(publishedIn(scope)) });
  return {
    name: 'traefik',
    chart: charts.traefik,
    namespace: platformNamespaces.edge.name,
    values: traefikValues(props, content),
    pods: [{ name: 'traefik', resources: TRAEFIK_RESOURCES }],
    wave: waveOf('traefik'),
    skipCrds: true,
  };
}
