import { App } from 'cdk8s';
import { buildPlatform } from '../../constructs/platform.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { manifestsOf } from '../../output/manifests-of.ts';
import { yamlText } from '../../output/yaml.ts';
import { parseSite, reportText, type Site, type SiteInput } from '../../site/index.ts';
import type { SiteOutputs } from '../../site/outputs.ts';
import example from '../fixtures/example.ts';
import { rulesOfTests } from './rules.ts';

/** The example site with some sections changed, parsed. */
export function aSite(changes: Partial<SiteInput> = {}): Site {
  const parsed = parseSite({ ...example, ...changes }, rulesOfTests);
  if (!parsed.ok) throw new Error(reportText(parsed.problems));
  return parsed.value;
}

/**
 * Every object of a site, in its place.
 *
 * @param outputs what the infrastructure handed over; absent before it is built
 */
export function manifestsOfSite(site: Site, outputs?: SiteOutputs): Manifest[] {
  const app = new App();
  buildPlatform(app, site, outputs);
  return manifestsOf(app);
}

/** The files of `dist/` by their paths in it. */
export function filesOf(manifests: readonly Manifest[]): Map<string, string> {
  return new Map(manifests.map(({ folder, file, object }) => [`${folder}/${file}`, yamlText(object)]));
}
