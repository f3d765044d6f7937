import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { UsageError, wordsOf } from '../../launch/command-line.mjs';
import { manifestsOf, SiteApp } from '../../output/index.ts';
import { buildPlatform } from '../../platform/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { run } from '../failure.ts';
import { Kubectl, needCluster, read } from '../kubectl.ts';
import { statedProject } from '../site/stated.ts';
import { COMMAND } from './command.mjs';
import { type Found, leftovers, leftText, type Present } from './left.ts';

/** What `npm run status` does with these words. */
export function main(words: readonly string[]): Promise<void> {
  return run(async () => {
    if (!wordsOf(COMMAND, words).values.left) throw new UsageError(COMMAND.usage, '--left is missing');
    return status();
  });
}

async function status(): Promise<number> {
  const { site, outputs, versions } = statedProject();
  const plan = planSite(site, outputs, versions);
  const app = new SiteApp();
  buildPlatform(app, plan);
  const objects = manifestsOf(app).map(({ object }) => object);
  process.stdout.write(leftText(leftovers(await present(), plan, objects)));
  return 0;
}

async function present(): Promise<Present> {
  const kubectl = new Kubectl();
  await needCluster(kubectl);
  const ours = ['--all-namespaces', '--selector', `app.kubernetes.io/managed-by=${MANAGED_BY}`];
  return {
    namespaces: await items(kubectl, 'namespaces', ...ours),
    volumes: await items(kubectl, 'persistentvolumes', ...ours),
    claims: await items(kubectl, 'persistentvolumeclaims', ...ours),
    projects: (await hasArgoCd(kubectl)) ? await items(kubectl, 'appprojects.argoproj.io', ...ours) : [],
    secrets: await items(kubectl, 'secrets', '--all-namespaces'),
  };
}

/** Whether the cluster knows the kinds of Argo CD: before the bootstrap it has none. */
async function hasArgoCd(kubectl: Kubectl): Promise<boolean> {
  const words = ['customresourcedefinitions', '--field-selector', 'metadata.name=appprojects.argoproj.io'];
  return (await items(kubectl, ...words)).length > 0;
}

async function items(kubectl: Kubectl, ...words: readonly string[]): Promise<readonly Found[]> {
  return (await read<{ readonly items: readonly Found[] }>(kubectl, ...words)).items;
}
