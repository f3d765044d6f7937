import { execFileSync } from 'node:child_process';
import type { Manifest } from '../../../kubernetes/manifest.ts';
import { argoCdSettings } from '../../../platform/argo-cd/install/settings.ts';
import type { Site } from '../../../site/index.ts';
import { planSite, type VersionsOfTeams } from '../../../site/plan/index.ts';
import { kubectl } from '../../cluster/support/kubectl.ts';
import { filesOf, manifestsOfPlan } from '../../support/site.ts';

/** Where the Argo CD of these tests has its settings, which ours are merged into; it runs beside the cluster. */
const SETTINGS = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'argocd-cm', namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
  // Asking git every five seconds instead of two minutes makes the tests quick and changes nothing else.
  data: { ...argoCdSettings(), 'timeout.reconciliation': '5s', 'timeout.reconciliation.jitter': '0s' },
};

/** A mail address as an owner writes it: with that of the example the bootstrap refuses a site. */
export const OWN_CONTACT = 'ops@mail.example.org';

/** Gives Argo CD the settings that its chart would bring. */
export function bringSettings(): void {
  const words = ['apply', '--server-side', '--force-conflicts', '--filename', '-'];
  const { succeeded, complaints } = kubectl(words, JSON.stringify(SETTINGS));
  if (!succeeded) throw new Error(complaints);
}

/**
 * The objects of a site without its Helm Applications: charts cannot be fetched here, and what they bring is there
 * already as CRDs. The API of metrics-server stays and is never available, as before its pod runs: nothing waits for it.
 */
export function nativeManifests(site: Site, versions: VersionsOfTeams = {}): Manifest[] {
  return manifestsOfPlan(planSite(site, undefined, versions)).filter(({ object }) => !isHelmApplication(object));
}

/** Those objects as the files of `dist/`. */
export function nativeFiles(site: Site, versions?: VersionsOfTeams): Map<string, string> {
  return filesOf(nativeManifests(site, versions));
}

function isHelmApplication({ kind, spec }: Manifest['object']): boolean {
  return kind === 'Application' && (spec as { source: { chart?: string } }).source.chart !== undefined;
}

/** Names of the Applications that some files of `dist/` hold. */
export function applicationsIn(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].flatMap((path) => /\/application\.(.+)\.yaml$/.exec(path)?.[1] ?? []);
}

/** The script of the bootstrap command. */
export const BOOTSTRAP = ['scripts/bootstrap/bootstrap.mjs'];

/** Runs the bootstrap command, as a user does; answers what it says. */
export function bootstrapFrom(dist: string, ...words: readonly string[]): string {
  const here = ['--not-at-oracle', '--argo-cd-runs-elsewhere'];
  const command = [...BOOTSTRAP, ...here, '--dist', dist, ...words];
  return execFileSync(process.execPath, command, { encoding: 'utf8', stdio: 'pipe' });
}
