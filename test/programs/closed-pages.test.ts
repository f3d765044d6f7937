import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { Background, eventually, freePort } from '../support/background.ts';
import { testWith } from '../support/programs.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

const manifests = manifestsOfSite(aSite());
const background = new Background();
const folder = mkdtempSync(join(tmpdir(), 'armstead-closed-'));

afterAll(async () => {
  await background.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Pods {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { args: string[] }[] } } };
}

/** What the site starts a program with, but for where it listens, finds the others, and keeps files on which disk. */
function flagsOf(name: string, here: Readonly<Record<string, string>>): string[] {
  const kinds = ['Deployment', 'DaemonSet'];
  const found = manifests.map(({ object }) => object as unknown as Pods);
  const pods = found.find(({ kind, metadata }) => kinds.includes(kind) && metadata.name === name);
  const args = pods?.spec.template.spec.containers[0]?.args ?? [];
  const places =
    /^-(storageDataPath|storage\.minFreeDiskSpaceBytes|httpListenAddr|promscrape\.config|rule|tmpDataPath|kubernetesCollector|.+\.url)(=|$)/;
  return [...args.filter((flag) => !places.test(flag)), ...Object.entries(here).map((pair) => `-${pair.join('=')}`)];
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** The statuses that pages answer, each with the method with which it does something. */
async function statuses(port: number, pages: readonly string[]): Promise<Record<string, number>> {
  const asked = pages.map(async (page) => {
    const [method, path] = page.split(' ') as [string, string];
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [page, status] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

async function answers(port: number): Promise<void> {
  await eventually(
    `port ${port} answers`,
    async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok || undefined,
  );
}

/** Every page with this status. */
function all(status: number, pages: readonly string[]): Record<string, number> {
  return Object.fromEntries(pages.map((page) => [page, status]));
}

/** Pages that tell developers of a program of VictoriaMetrics, each of which costs it memory or time. */
const FOR_DEVELOPERS = ['GET /flags', 'GET /debug/pprof/heap', 'GET /debug/pprof/goroutine'];

async function metrics(): Promise<number> {
  const port = await freePort();
  background.start(
    'victoria-metrics',
    flagsOf('metrics', {
      storageDataPath: join(folder, `metrics-${port}`),
      httpListenAddr: `127.0.0.1:${port}`,
      'promscrape.config': file(`scrape-${port}.yaml`, 'scrape_configs: []\n'),
      'search.latencyOffset': '1s',
    }),
  );
  await answers(port);
  return port;
}

describe('a program that keeps something, with the flags of the site', () => {
  testWith(['victoria-metrics'], 'lets no pod delete, copy, merge or forget metrics, and answers queries', async () => {
    const port = await metrics();
    const closed = [
      'POST /api/v1/admin/tsdb/delete_series?match[]={__name__!=""}',
      'POST /prometheus/api/v1/admin/tsdb/delete_series?match[]={__name__!=""}',
      'POST /tags/delSeries?path=x',
      'GET /snapshot/create',
      'GET /snapshot/delete_all',
      'POST /api/v1/admin/tsdb/snapshot',
      'GET /internal/force_merge',
      'GET /internal/force_flush',
      'GET /internal/log_new_series',
      'GET /internal/resetRollupResultCache',
      'GET /api/v1/admin/status/metric_names_stats/reset',
      'GET /config',
      'GET /api/v1/status/config',
      'POST /-/reload',
      ...FOR_DEVELOPERS,
    ];
    expect(await statuses(port, closed)).toEqual(all(401, closed));
    const guessed = closed.map((page) => `${page}${page.includes('?') ? '&' : '?'}authKey=file`);
    expect(await statuses(port, guessed)).toEqual(all(401, guessed));

    const open = [
      'GET /health',
      'GET /metrics',
      'GET /targets',
      'GET /api/v1/targets',
      'GET /api/v1/query?query=vector(1)',
      'GET /api/v1/query_range?query=vector(1)&start=-5m&step=1m',
      'GET /api/v1/series?match[]=up',
      'GET /api/v1/labels',
      'GET /api/v1/status/tsdb',
      'GET /vmui/',
    ];
    expect(await statuses(port, open)).toEqual(all(200, open));
  });

  testWith(['victoria-logs', 'vlagent'], 'lets no pod copy, detach or delete logs, and takes them in', async () => {
    const [port, collector] = await Promise.all([freePort(), freePort()]);
    background.start(
      'victoria-logs',
      flagsOf('logs', { storageDataPath: join(folder, 'logs'), httpListenAddr: `127.0.0.1:${port}` }),
    );
    background.start(
      'vlagent',
      flagsOf('log-collector', {
        tmpDataPath: join(folder, 'positions'),
        httpListenAddr: `127.0.0.1:${collector}`,
        'remoteWrite.url': `http://127.0.0.1:${port}/insert/native`,
      }),
    );
    await Promise.all([answers(port), answers(collector)]);
    const closed = [
      'GET /internal/partition/list',
      'GET /internal/partition/detach?name=20260101',
      'GET /internal/partition/snapshot/create',
      'GET /internal/force_merge',
      'GET /internal/force_flush',
      'GET /internal/log_new_streams',
      ...FOR_DEVELOPERS,
    ];
    expect(await statuses(port, closed)).toEqual(all(401, closed));
    expect(await statuses(collector, FOR_DEVELOPERS)).toEqual(all(401, FOR_DEVELOPERS));
    const deletion = ['POST /delete/run_task?filter=*', 'POST /internal/delete/run_task?filter=*'];
    expect(await statuses(port, deletion)).toEqual(all(400, deletion));
    const open = ['GET /health', 'GET /metrics', 'GET /select/vmui/'];
    expect(await statuses(port, open)).toEqual(all(200, open));

    const line = JSON.stringify({ _msg: 'a line of the shop', _time: new Date().toISOString() });
    const sent = await fetch(`http://127.0.0.1:${collector}/insert/jsonline`, { method: 'POST', body: `${line}\n` });
    expect(sent.status).toBe(200);
    await eventually('the line is found', async () => {
      const found = await fetch(`http://127.0.0.1:${port}/select/logsql/query?query=shop`);
      return (await found.text()).includes('a line of the shop') || undefined;
    });
  });

  testWith(['victoria-metrics', 'vmalert'], 'reads its rules again for no pod that asks it to', async () => {
    const [store, port] = await Promise.all([metrics(), freePort()]);
    const rules = file('rules.yaml', 'groups: []\n');
    const url = `http://127.0.0.1:${store}`;
    background.start(
      'vmalert',
      flagsOf('rules', {
        rule: rules,
        'datasource.url': url,
        'remoteWrite.url': url,
        'remoteRead.url': url,
        'notifier.url': 'http://127.0.0.1:1',
        httpListenAddr: `127.0.0.1:${port}`,
      }),
    );
    await answers(port);
    const closed = ['POST /-/reload', ...FOR_DEVELOPERS];
    expect(await statuses(port, closed)).toEqual(all(401, closed));
    const open = ['GET /health', 'GET /metrics', 'GET /api/v1/rules', 'GET /api/v1/alerts'];
    expect(await statuses(port, open)).toEqual(all(200, open));
  });
});
