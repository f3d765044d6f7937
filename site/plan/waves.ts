import { INGRESS_CONTROLLERS } from '../../kubernetes/ingress-controllers/index.ts';
import { ARGO_CD } from './argo-cd-names.ts';

/** The charts that the platform has, or has with other fields of `platform.ts`: the names of their Applications. */
export const CHARTS = [ARGO_CD, 'cert-manager', ...INGRESS_CONTROLLERS, 'external-secrets'] as const;

/**
 * The order in which Argo CD brings the folders of a new cluster to life, lower first; what does not stand here is in wave 0.
 *
 * Waves order the first sync of the root Application only. At a later commit each folder syncs by itself and repeats
 * until what it needs is there.
 */
const WAVES: Readonly<Record<string, number>> & Readonly<Record<(typeof CHARTS)[number], number>> = {
  bootstrap: -30,
  cluster: -20,
  argocd: -15,
  storage: -10,
  'cert-manager': -9,
  certificates: -8,
  edge: -7,
  traefik: -6,
  'ingress-nginx': -6,
  'external-secrets': -9,
  secrets: -8,
};

/** The wave of a folder's Application, or of a chart's. */
export function waveOf(name: string): number {
  return WAVES[name] ?? 0;
}
