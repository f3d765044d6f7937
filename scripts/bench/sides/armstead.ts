import { join } from 'node:path';
import { copy, environment, linkPackages, type Place, type Side, type Workload, writeFiles } from '../side.ts';

/** This project through the cdk8s command. */
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
  const cwd = project(workload, place);
  const side = { name: 'armstead', command: 'node scripts/synth.cjs', cwd };
  // The committed dist/ of the project itself is left alone.
  const elsewhere = join(place.folder, 'out');
  return cwd === place.root
    ? { ...side, output: elsewhere, env: environment({ CDK8S_OUTDIR: elsewhere }) }
    : { ...side, output: join(cwd, 'dist'), env: environment() };
}

/** What a site is made by, but for the parts of the platform: parsing, policies, budget and output, as they are. */
const PROGRAM = [
  'main.ts',
  'kubernetes',
  'site',
  'policies',
  'output',
  'launch',
  'scripts/synth',
  'scripts/synth.cjs',
  'cdk8s.yaml',
];

/** This project itself where it makes the workload anyway; else its program, with the workload as its platform. */
function project({ services, source }: Workload, place: Place): string {
  if (services === undefined) return place.root;
  copy(place.root, place.folder, PROGRAM);
  writeFiles(place.folder, {
    'package.json': '{ "private": true }',
    'platform.ts': platformFor(services),
    'platform/index.ts': platformSource(services),
    'platform/workload.ts': source,
  });
  linkPackages(place);
  return place.folder;
}

/** The platform of the benchmark, in the place of that of the project. */
function platformSource(services: number): string {
  return `import type { App } from 'cdk8s';
import { warmUp } from '../output/index.ts';
import { build } from './workload.ts';

export function buildPlatform(app: App): void {
  warmUp(${services}, (small) => build(small, 1));
  build(app);
}
`;
}

/** The most pods of one service: its autoscaler allows four. */
const PODS = 4;

/** Pods of services that fit a node beside those of OKE; a node runs 110. */
const PODS_ON_A_NODE = 100;

/** A site with as many rented nodes as all services need, so that the budget has room for them. */
function platformFor(services: number): string {
  const count = Math.ceil((services * PODS) / PODS_ON_A_NODE) + 1;
  return `import { site } from './site/index.ts';

const nodes = Object.fromEntries(Array.from({ length: ${count} }, (_, index) => [\`n\${index}\`, { ocpus: 4, memoryGb: 32 }]));

export default site({
  name: 'benchmark',
  domain: 'benchmark-lane.net',
  contact: 'ops@benchmark-lane.net',
  git: { url: 'https://github.com/benchmark-lane/platform.git' },
  cloud: { region: 'eu-frankfurt-1', allowPaid: 'the benchmark rents nothing', nodes },
});
`;
}
