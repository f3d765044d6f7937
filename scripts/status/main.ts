import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { end, UsageError, wordsOf } from '../../launch/command-line.mjs';
import { manifestsOf, SiteApp } from '../../output/index.ts';
import { buildPlatform } from '../../platform/index.ts';
import platform from '../../platform.ts';
import { reportText } from '../../site/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { readProject } from '../../site/project.ts';
import { Failure, Kubectl, needCluster, read } from '../kubectl.ts';
import { COMMAND } from './command.mjs';
import { type Found, leftovers, leftText, type Present } from './left.ts';

/** What `npm run status` does with these words. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    if (!wordsOf(COMMAND, words).values.left) throw new UsageError(COMMAND.usage, '--left is missing');
    process.exitCode = await status();
  } catch (error) {
    if (!(error instanceof Failure)) end(error);
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function status(): Promise<number> {
  const project = readProject(platform);
  if (!project.ok) {
    process.stderr.write(reportText(project.problems, ''));
    return 1;
  }
  const { site, outputs, versions } = project.value;
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
