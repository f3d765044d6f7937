import { stringify } from 'yaml';
import { UNMANAGED_KINDS } from '../../../site/plan/index.ts';
import {
  API_SERVICE_HEALTH,
  APPLICATION_HEALTH,
  CRON_JOB_HEALTH,
  DEFINITION_HEALTH,
  INGRESS_HEALTH,
} from './health.ts';

const EXCLUSIONS = stringify(UNMANAGED_KINDS.map(({ group, kinds }) => ({ apiGroups: [group], kinds })));

/**
 * Settings of Argo CD, in the words of its ConfigMap `argocd-cm`.
 *
 * The cluster is private: no git host can call in, so Argo CD polls. Two minutes and a minute of spread are
 * its own defaults (docs/operator-manual/argocd-cm.yaml).
 */
export function argoCdSettings() {
  return {
    'resource.exclusions': EXCLUSIONS,
    'resource.customizations.health.argoproj.io_Application': APPLICATION_HEALTH,
    'resource.customizations.health.apiextensions.k8s.io_CustomResourceDefinition': DEFINITION_HEALTH,
    'resource.customizations.health.batch_CronJob': CRON_JOB_HEALTH,
    'resource.customizations.health.apiregistration.k8s.io_APIService': API_SERVICE_HEALTH,
    'resource.customizations.health.networking.k8s.io_Ingress': INGRESS_HEALTH,
    'timeout.reconciliation': '120s',
    'timeout.reconciliation.jitter': '60s',
  };
}
