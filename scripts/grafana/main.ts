import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { problemsOf } from './api.ts';
import { docker, tried } from './command.ts';
import { type Container, containerIn } from './container.ts';
import { dockerArguments } from './docker.ts';
import { expectedOf } from './expected.ts';
import { errorsIn } from './log.ts';
import { until } from './until.ts';

const FOLDER = 'dist/monitoring';
const NAME = 'armstead-grafana';
const PORT = 13_000;
const URL = `http://127.0.0.1:${PORT}`;
const admin = { user: 'admin', password: randomBytes(16).toString('hex') };
const secrets = { ...admin, 'secret-key': randomBytes(32).toString('hex') };

/** Programs behind the data sources, by the names under which Grafana finds them. */
const STORES = ['metrics', 'logs'];

const folder = mkdtempSync(join(tmpdir(), 'armstead-grafana-'));
const container = containerIn(FOLDER, 'dashboards');
/** What `npm run test:grafana` does. */
export async function main(): Promise<void> {
  try {
    writeFiles(container);
    docker('network', 'create', NAME);
    for (const store of STORES) {
      const { image } = containerIn(FOLDER, store);
      docker('run', '--detach', '--name', `${NAME}-${store}`, '--network', NAME, '--network-alias', store, image);
    }
    docker(...dockerArguments(container, { name: NAME, network: NAME, port: PORT, files: folder, secrets }));
    await until('Grafana answers', 180, async () => (await fetch(`${URL}/api/health`)).ok);
    await until('the plugin for logs is there', 300, pluginIsThere);
    report([...(await problemsOf(URL, admin, expectedOf(container))), ...errorsIn(tried('logs', NAME)), ...memory()]);
  } catch (error) {
    report([error instanceof Error ? error.message : `${error}`]);
  } finally {
    clear();
  }
}

/** Everybody may read them, as Grafana runs as a user of its own. */
function writeFiles({ files }: Container): void {
  chmodSync(folder, 0o755);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** It is fetched in the background, after Grafana answers. */
async function pluginIsThere(): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString('base64')}`;
  const [plugin] = (container.settings.GF_PLUGINS_PREINSTALL ?? '').split('@');
  return (await fetch(`${URL}/api/plugins/${plugin}/settings`, { headers: { authorization } })).ok;
}

/** What it uses at rest, for the record; more than its limit would have ended it. */
function memory(): string[] {
  const used = docker('stats', '--no-stream', '--format', '{{.MemUsage}}', NAME);
  process.stdout.write(`memory at rest: ${used}, of which the site gives it ${container.memoryMebibytes} MiB\n`);
  const [, number = '', unit = ''] = /^([\d.]+)(MiB|GiB)/.exec(used) ?? [];
  const mebibytes = Number(number) * (unit === 'GiB' ? 1024 : 1);
  return mebibytes < container.memoryMebibytes ? [] : [`it uses ${used} at rest, more than the site gives it`];
}

function report(problems: readonly string[]): void {
  process.stdout.write(problems.length === 0 ? `${container.image} is as dist/ promises\n` : '');
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  if (problems.length === 0) return;
  process.stdout.write(`\nits log:\n${tried('logs', NAME)}\n`);
  process.exitCode = 1;
}

function clear(): void {
  for (const name of [NAME, ...STORES.map((store) => `${NAME}-${store}`)]) tried('rm', '--force', '--volumes', name);
  tried('volume', 'rm', '--force', NAME);
  tried('network', 'rm', NAME);
  rmSync(folder, { recursive: true, force: true });
}
