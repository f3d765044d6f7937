import { App } from 'cdk8s';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { manifestsOf } from '../../output/manifests-of.ts';
import { yamlText } from '../../output/yaml.ts';
import { buildPlatform } from '../../platform/index.ts';
import { parseSite, reportText, type Site, type SiteInput } from '../../site/index.ts';
import type { SiteOutputs } from '../../site/outputs.ts';
import { type Plan, planSite } from '../../site/plan/index.ts';
import example from '../fixtures/example.ts';
import { rulesOfTests } from './rules.ts';

/** The example site with some sections changed, parsed. */
export function aSite(changes: Partial<SiteInput> = {}): Site {
  const parsed = parseSite({ ...example, ...changes }, rulesOfTests);
  if (!parsed.ok) throw new Error(reportText(parsed.problems));
  return parsed.value;
}

/** The plan of such a site, before anything is built in the cloud. */
export function aPlan(changes: Partial<SiteInput> = {}): Plan {
  return planSite(aSite(changes));
}

/**
 * Every object of a site, in its place.
 *
 * @param outputs what the infrastructure handed over; absent before it is built
 */
export function manifestsOfSite(site: Site, outputs?: SiteOutputs): Manifest[] {
  return manifestsOfPlan(planSite(site, outputs));
}

/** Every object that a plan leads to, in its place. */
export function manifestsOfPlan(plan: Plan): Manifest[] {
  const app = new App();
  buildPlatform(app, plan);
  return manifestsOf(app);
}

/** The files of `dist/` by their paths in it. */
export function filesOf(manifests: readonly Manifest[]): Map<string, string> {
  return new Map(manifests.map(({ folder, file, object }) => [`${folder}/${file}`, yamlText(object)]));
}
