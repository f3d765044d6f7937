import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { Background, eventually, freePort } from '../support/background.ts';
import { platformDashboards, targetsOf } from '../support/dashboards.ts';
import { programPath, testWith } from '../support/programs.ts';

/** What the collector states of each line, and by which it tells streams apart. */
const STREAM = ['kubernetes.container_name', 'kubernetes.pod_name', 'kubernetes.pod_namespace'];

const LINES = [
  { _msg: 'connection refused by the database', level: 'error', ...from('shop-prod', 'shop-1', 'shop') },
  { _msg: 'ready', level: 'info', ...from('shop-prod', 'shop-1', 'waits') },
  { _msg: 'nobody refused', ...from('shop', 'proxy-10.0.1.7', 'proxy') },
  { _msg: 'ready', ...from('blog', 'blog-1', 'blog') },
];

function from(namespace: string, pod: string, container: string) {
  return {
    'kubernetes.pod_namespace': namespace,
    'kubernetes.pod_name': pod,
    'kubernetes.container_name': container,
  };
}

interface Chosen {
  readonly namespace?: readonly string[];
  readonly pod?: readonly string[];
  readonly container?: readonly string[];
  readonly text?: string;
}

/** A query with what is chosen at the top of the dashboard, as Grafana writes it into it. */
function chosenIn(query: string, chosen: Chosen): string {
  const regex = (values?: readonly string[]) =>
    values ? `(${values.map((value) => value.replaceAll('.', '\\.')).join('|')})` : '.*';
  return query
    .replaceAll(/\$\{(namespace|pod|container):regex\}/g, (_, name) => regex(chosen[name as 'namespace']))
    .replaceAll(/\$\{text:raw\}/g, chosen.text ?? '');
}

const logs = platformDashboards.find(({ uid }) => uid === 'logs') as (typeof platformDashboards)[number];
const [counts, lines] = targetsOf(logs, 'logs').map(({ expr }) => expr) as [string, string];

describe('the dashboard of logs', () => {
  const background = new Background();
  const folder = mkdtempSync(join(tmpdir(), 'armstead-logs-'));
  let url = '';

  beforeAll(async () => {
    if (!programPath('victoria-logs')) return;
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    background.start('victoria-logs', [`-storageDataPath=${folder}`, `-httpListenAddr=127.0.0.1:${port}`]);
    await eventually('the log store answers', async () => (await fetch(`${url}/health`)).ok || undefined);
    const body = LINES.map((line) => JSON.stringify({ _time: new Date().toISOString(), ...line })).join('\n');
    const headers = { 'content-type': 'application/stream+json' };
    await fetch(`${url}/insert/jsonline?_stream_fields=${STREAM.join(',')}`, { method: 'POST', headers, body });
    await eventually('the lines are found', async () => (await found('*')).length === LINES.length || undefined);
  }, 60_000);

  afterAll(async () => {
    await background.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function asked(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const response = await fetch(`${url}/select/logsql/${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  }

  async function found(query: string): Promise<string[]> {
    const text = await asked('query', { query });
    const answers =
      text.trim() === ''
        ? []
        : text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line));
    return answers.map(({ _msg }) => _msg as string).sort();
  }

  testWith(
    ['victoria-logs'],
    'finds lines by namespace, pod, container and text, each alone and all together',
    async () => {
      const cases: readonly (readonly [Chosen, readonly string[]])[] = [
        [{}, LINES.map(({ _msg }) => _msg).sort()],
        [{ namespace: ['shop'] }, ['nobody refused']],
        [{ namespace: ['shop', 'blog'] }, ['nobody refused', 'ready']],
        [{ pod: ['proxy-10.0.1.7'] }, ['nobody refused']],
        [{ container: ['waits'] }, ['ready']],
        [{ text: 'refused' }, ['connection refused by the database', 'nobody refused']],
        [{ text: '"connection refused"' }, ['connection refused by the database']],
        [{ text: 'database or nobody' }, ['connection refused by the database', 'nobody refused']],
        [{ text: 'level:error' }, ['connection refused by the database']],
        [
          { namespace: ['shop-prod'], pod: ['shop-1'], container: ['shop'], text: 'refused' },
          ['connection refused by the database'],
        ],
        [{ namespace: ['blog'], text: 'refused' }, []],
      ];
      for (const [chosen, expected] of cases) {
        expect({ chosen, found: await found(chosenIn(lines, chosen)) }).toEqual({ chosen, found: expected });
      }
    },
  );

  testWith(['victoria-logs'], 'counts lines by namespace', async () => {
    const end = `${Math.ceil(Date.now() / 1000) + 60}`;
    const start = `${Number(end) - 600}`;
    const answer = await asked('stats_query_range', {
      query: chosenIn(counts, { text: 'ready' }),
      start,
      end,
      step: '1m',
    });
    const { data } = JSON.parse(answer);
    const names = data.result.map(
      ({ metric }: { metric: Record<string, string> }) => metric['kubernetes.pod_namespace'],
    );
    expect(names.sort()).toEqual(['blog', 'shop-prod']);
  });

  testWith(['victoria-logs'], 'offers the values that fit what is chosen before', async () => {
    const { templating } = logs as unknown as {
      templating: { list: { name: string; query: { field: string; query: string } }[] };
    };
    const offered = async (name: string, chosen: Chosen) => {
      const { field, query } = templating.list.find((one) => one.name === name)?.query ?? { field: '', query: '' };
      const { values } = JSON.parse(await asked('field_values', { field, query: chosenIn(query, chosen) }));
      return values.map(({ value }: { value: string }) => value).sort();
    };
    expect(await offered('namespace', {})).toEqual(['blog', 'shop', 'shop-prod']);
    expect(await offered('pod', { namespace: ['shop-prod'] })).toEqual(['shop-1']);
    expect(await offered('container', { namespace: ['shop-prod'], pod: ['shop-1'] })).toEqual(['shop', 'waits']);
  });
});
