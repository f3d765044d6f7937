import type { IConstruct } from 'constructs';
import type { Plan } from '../site/plan/index.ts';
import type { HelmApplicationProps } from './argo-cd/helm-application.ts';
import { certManagerApplication } from './certificates/cert-manager.ts';
import { edgeApplication } from './edge/application.ts';
import { externalSecretsApplication } from './secrets/external-secrets.ts';

/**
 * The charts that a site has beside Argo CD's own.
 *
 * @param scope the app whose routes the edge serves, or anything in it
 */
export function chartsOf({ edge, secrets }: Plan, scope: IConstruct): HelmApplicationProps[] {
  return [
    certManagerApplication(),
    edgeApplication(edge, scope),
    ...(secrets.vault ? [externalSecretsApplication()] : []),
  ];
}
