import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { dependencies } from '../../package.json';
import { aFolder, contentsOf } from './support.ts';

/** The project that these tests are a part of. */
const HOME = join(import.meta.dirname, '../..');

/** Writes two files as a site would, without cdk8s, which takes most of the time of a build: enough for what starts it. */
const PLAIN = `import { refuseIfOvertaken } from './output/overtaken.ts';
import { Refusal } from './output/refusal.ts';
import { writeTree } from './output/write-tree.ts';
import platform from './platform.ts';
import { greeting } from './site/greeting.ts';

if (platform.refuse) throw new Refusal('platform.ts: 1 problem, nothing was written\\n\\n  refuse  is set\\n');

const settings = Object.entries({ ...platform, greeting }).map(([name, value]) => \`\${name}: \${value}\\n\`);
const files = [['cluster/namespace.shop.yaml', 'kind: Namespace\\n'], ['shop/configmap.settings.yaml', settings.join('')]] as const;
writeTree('dist', new Map(files), refuseIfOvertaken);
`;

/** Builds, renders and publishes two objects. */
export const WITH_CDK8S = `import { ApiObject, Chart } from 'cdk8s';
import { manifestsOf, publish, Refusal, SiteApp } from './output/index.ts';
import platform from './platform.ts';
import { greeting } from './site/greeting.ts';

if (platform.refuse) throw new Refusal('platform.ts: 1 problem, nothing was written\\n\\n  refuse  is set\\n');

const shop = new Chart(new SiteApp(), 'shop', { namespace: 'shop' });
const settings = { ...platform, greeting };
new ApiObject(shop, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: settings });
new ApiObject(shop, 'Namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
process.stdout.write(publish(manifestsOf(shop.node.root as SiteApp)));
`;

/** A small project with the real front doors, what writes, and the packages of this one. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'platform.ts': "export default { name: 'homestead', disk: '5Gi', refuse: '' };\n",
  'site/greeting.ts': "export const greeting = 'hello';\n",
};

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project {
  readonly root: string;

  /** Writes a source. */
  readonly write: (path: string, contents: string) => void;

  /** Runs a program of Node in the project's folder; `npm run synth` if no other is named. */
  readonly run: (program?: readonly string[], options?: RunOptions) => Promise<Outcome>;

  /** What is in `dist/`, by path. */
  readonly dist: () => Map<string, string>;

  /** The same, of the one object that shows what is in the sources. */
  readonly settings: () => string | undefined;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What every program gets, so that nothing of the machine that runs the tests shows. */
const environment = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', NODE_OPTIONS: '', NO_COLOR: '1' };

/** Names of the programs: the front door, and the cdk8s command. */
export const SYNTH = ['scripts/synth.cjs'];
export const CDK8S = ['node_modules/cdk8s-cli/bin/cdk8s', 'synth'];

/** By main.ts a project whose bundle is kept; that holds for its copies too. */
const warm = new Map<string, Promise<string>>();

/** Makes a project in a folder of its own, with a kept bundle and without `dist/`. @param main its `main.ts` */
export async function aProject(main = PLAIN): Promise<Project> {
  const known = warm.get(main);
  const made = known && existsSync(await known) ? known : makeWarm(main);
  warm.set(main, made);
  const root = newRoot();
  cpSync(await made, root, { recursive: true, verbatimSymlinks: true });
  const write = (path: string, contents: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), contents);
  };
  const dist = () => (existsSync(join(root, 'dist')) ? contentsOf(join(root, 'dist')) : new Map<string, string>());
  const settings = () => dist().get('shop/configmap.settings.yaml');
  return { root, write, dist, settings, run: (program = SYNTH, options = {}) => run(root, program, options) };
}

const newRoot = () => join(aFolder(), 'project');

async function makeWarm(main: string): Promise<string> {
  const root = newRoot();
  for (const [path, contents] of Object.entries({ ...files, 'main.ts': main })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), contents);
  }
  for (const path of [
    'kubernetes',
    'launch',
    'output',
    'scripts/synth',
    'scripts/synth.cjs',
    'scripts/synth-watch.cjs',
    'cdk8s.yaml',
  ]) {
    cpSync(join(HOME, path), join(root, path), { recursive: true });
  }
  linkPackages(root);
  const { stderr } = await run(root, SYNTH, {});
  if (stderr) throw new Error(stderr);
  rmSync(join(root, 'dist'), { recursive: true });
  return root;
}

/**
 * Packages are links to those of this project, only the ones that a site may import: each finds its own where it really
 * lies. The folder itself, and so the cache in it, is the project's own.
 */
function linkPackages(root: string): void {
  for (const name of ['.package-lock.json', ...Object.keys(dependencies)]) {
    const link = join(root, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(HOME, 'node_modules', name), link);
  }
}

/** Makes packages of a project copies of its own, which a test may change or move. */
export function ownCopies({ root }: Project, ...names: readonly string[]): string[] {
  // What the copies import they find around the project.
  symlinkSync(join(HOME, 'node_modules'), join(root, '../node_modules'));
  return names.map((name) => {
    const path = join(root, 'node_modules', name);
    const original = realpathSync(path);
    rmSync(path);
    cpSync(original, path, { recursive: true });
    return path;
  });
}

async function run(root: string, program: readonly string[], { cwd = root, env }: RunOptions): Promise<Outcome> {
  const [script = '', ...rest] = program;
  const child = spawn(process.execPath, [join(root, script), ...rest], { cwd, env: { ...environment, ...env } });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}
