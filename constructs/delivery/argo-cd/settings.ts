import { stringify } from 'yaml';
import { APPLICATION_HEALTH } from './health.ts';

/**
 * What Argo CD does not look at: what others write all day, and nobody keeps in git.
 *
 * These are the defaults of its chart for what a site of ours can have, without EndpointSlices: those of services at
 * home stand in git, and a kind that is excluded is silently not applied.
 */
const EXCLUSIONS = stringify([
  { apiGroups: [''], kinds: ['Endpoints'] },
  { apiGroups: ['coordination.k8s.io'], kinds: ['Lease'] },
  { apiGroups: ['authentication.k8s.io', 'authorization.k8s.io'], kinds: ['*'] },
  { apiGroups: ['certificates.k8s.io'], kinds: ['CertificateSigningRequest'] },
  { apiGroups: ['cert-manager.io'], kinds: ['CertificateRequest'] },
]);

/**
 * Settings of Argo CD, in the words of its ConfigMap `argocd-cm`.
 *
 * The cluster is private: no git host can call in, so Argo CD asks by itself. Two minutes and a minute of spread are
 * its own defaults (docs/operator-manual/argocd-cm.yaml).
 */
export function argoCdSettings() {
  return {
    'resource.exclusions': EXCLUSIONS,
    'resource.customizations.health.argoproj.io_Application': APPLICATION_HEALTH,
    'timeout.reconciliation': '120s',
    'timeout.reconciliation.jitter': '60s',
  };
}
