import { join } from 'node:path';
import { copy, environment, linkPackages, type Place, type Side, type Workload, writeFiles } from '../side.ts';

/** This project by way of the cdk8s command. */
export function armsteadByCommand(workload: Workload, place: Place): Side {
  const output = join(place.folder, 'out');
  return {
    name: 'armstead, npx cdk8s synth',
    command: `npx cdk8s synth --output ${output}`,
    cwd: project(workload, place),
    output,
    env: environment(),
  };
}

/** This project by its own front door, as npm starts it. */
export function armsteadByNode(workload: Workload, place: Place): Side {
  const output = join(place.folder, 'out');
  return {
    name: 'armstead, node scripts/synth.cjs',
    command: 'node scripts/synth.cjs',
    cwd: project(workload, place),
    output,
    env: environment({ CDK8S_OUTDIR: output }),
  };
}

/** This project itself where it makes the workload anyway, with its policies; else one with the same output. */
function project({ own, source, manyHosts }: Workload, place: Place): string {
  if (own) return place.root;
  copy(place.root, place.folder, ['output', 'scripts/synth', 'scripts/synth.cjs', 'cdk8s.yaml']);
  writeFiles(place.folder, {
    'package.json': '{ "private": true }',
    'workload.ts': source,
    'main.ts': mainOf(manyHosts),
  });
  linkPackages(place);
  return place.folder;
}

function mainOf(manyHosts: boolean): string {
  return `import { manifestsOf, publish, SiteApp, warmUp } from './output/index.ts';
import { build } from './workload.ts';

if (${manyHosts}) warmUp((app) => build(app, 1));
const app = new SiteApp();
build(app);
publish(manifestsOf(app));
`;
}
