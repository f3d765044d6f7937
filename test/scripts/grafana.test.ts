import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { problemsOf } from '../../scripts/grafana/api.ts';
import { containerIn } from '../../scripts/grafana/container.ts';
import { dockerArguments } from '../../scripts/grafana/docker.ts';
import { expectedOf } from '../../scripts/grafana/expected.ts';
import { errorsIn } from '../../scripts/grafana/log.ts';
import { until } from '../../scripts/grafana/until.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';

/** What the example has in `dist/monitoring`, whoever's site stands in `dist/` itself. */
const monitoring = mkdtempSync(join(tmpdir(), 'armstead-grafana-'));
for (const [path, text] of filesOf(manifestsOfSite(aSite()))) {
  if (path.startsWith('monitoring/')) writeFileSync(join(monitoring, basename(path)), text);
}
afterAll(() => rmSync(monitoring, { recursive: true }));

const container = containerIn(monitoring, 'dashboards');
const place = {
  name: 'g',
  network: 'n',
  port: 13_000,
  files: '/files',
  secrets: { user: 'admin', password: 'of-the-admin', 'secret-key': 'of-the-site' },
};

/** The words behind one word, wherever it stands. */
function behind(word: string): string[] {
  const words = dockerArguments(container, place);
  return words.flatMap((one, index) => (one === word ? [words[index + 1] as string] : []));
}

describe('docker is told what Kubernetes would be told', () => {
  test('who it runs as, and that it may write nowhere but where it is given room', () => {
    expect(behind('--user')).toEqual(['472:472']);
    expect(behind('--cap-drop')).toEqual(['ALL']);
    expect(dockerArguments(container, place)).toContain('--read-only');
    expect(behind('--volume')).toEqual(['/files:/etc/grafana/provisioning:ro', 'g:/var/lib/grafana']);
    expect(behind('--tmpfs')).toEqual(['/tmp:size=192m,mode=1777']);
    expect(behind('--memory')).toEqual([`${640 + 192}m`]);
  });

  test('every setting of the site, and a value for each that is secret', () => {
    const env = Object.fromEntries(behind('--env').map((pair) => /^([^=]+)=(.*)$/.exec(pair)?.slice(1) ?? []));
    expect(env).toMatchObject({
      GF_SERVER_ROOT_URL: 'https://grafana.example.org',
      GF_SECURITY_ADMIN_USER: 'admin',
      GF_SECURITY_ADMIN_PASSWORD: 'of-the-admin',
      GF_SECURITY_SECRET_KEY: 'of-the-site',
      GF_AUTH_GITHUB_CLIENT_SECRET: 'unused-client-secret',
    });
    expect(Object.keys(env)).toHaveLength(
      Object.keys(container.settings).length + Object.keys(container.secrets).length,
    );
  });

  test('the image last, at this machine alone', () => {
    expect(dockerArguments(container, place).at(-1)).toBe(container.image);
    expect(behind('--publish')).toEqual(['127.0.0.1:13000:3000']);
  });

  test('nothing where the folder holds no such workload', () => {
    expect(() => containerIn(monitoring, 'x')).toThrow('has no Deployment x; run npx cdk8s synth');
  });
});

const expected = expectedOf(container);

test('the programs behind its data sources are the ones that the site runs', () => {
  const imagesOf = (name: string) => containerIn(monitoring, name).image;
  const hosts = expected.dataSources.map((uid) => imagesOf(uid).replace(/:.*/, ''));
  expect(hosts).toEqual(['docker.io/victoriametrics/victoria-metrics', 'docker.io/victoriametrics/victoria-logs']);
});

test('what the site promises is read from its files', () => {
  expect(expected.dataSources).toEqual(['metrics', 'logs']);
  expect(expected.dashboards).toMatchObject({ cluster: 'Cluster', logs: 'Logs', node: 'Node' });
  expect(container.image).toContain(`:${expected.version}`);
});

describe('a Grafana', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  type Answers = Readonly<Record<string, readonly [status: number, body: unknown]>>;

  /** What a good one answers to its administrator. */
  const good: Answers = {
    '/api/health': [200, { database: 'ok', version: expected.version }],
    '/api/datasources': [200, expected.dataSources.map((uid) => ({ uid }))],
    '/api/search': [200, []],
    ...Object.fromEntries(
      expected.dataSources.map((uid) => [`/api/datasources/uid/${uid}/health`, [200, { status: 'OK' }] as const]),
    ),
    ...Object.fromEntries(
      Object.entries(expected.dashboards).map(([uid, title]) => [
        `/api/dashboards/uid/${uid}`,
        [200, { dashboard: { title }, meta: { provisioned: true } }] as const,
      ]),
    ),
  };

  async function problems(answers: Answers, open = false, believes = false): Promise<string[]> {
    const admin = { user: 'admin', password: 'of-the-admin' };
    const basic = `Basic ${Buffer.from('admin:of-the-admin').toString('base64')}`;
    const answer: RequestListener = ({ url = '', headers }, response) => {
      const known = headers.authorization === basic || open || (believes && headers['x-webauth-user'] !== undefined);
      const [status, body] = known ? (answers[url] ?? [404, {}]) : [401, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return problemsOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, admin, expected);
  }

  test('as the site promises has no problem', async () => {
    expect(await problems(good)).toEqual([]);
  });

  test.each<[string, Answers, string]>([
    ['of another version', { '/api/health': [200, { database: 'ok', version: '1.2.3' }] }, 'it is version 1.2.3, not'],
    ['without its database', { '/api/health': [200, { database: 'failing', version: expected.version }] }, 'failing'],
    [
      'with another data source',
      { '/api/datasources': [200, [{ uid: 'metrics' }, { uid: 'alerts' }]] },
      'its data sources are alerts, metrics, not logs, metrics',
    ],
    [
      'with a data source that does not answer',
      { '/api/datasources/uid/logs/health': [400, { status: 'ERROR', message: 'plugin not found' }] },
      'the data source logs is not healthy: 400 plugin not found',
    ],
    ['without a dashboard', { '/api/dashboards/uid/node': [404, {}] }, 'the dashboard node is answered with 404'],
    [
      'with a dashboard that somebody made',
      { '/api/dashboards/uid/node': [200, { dashboard: { title: 'Node' }, meta: { provisioned: false } }] },
      'the dashboard node does not come from git',
    ],
  ])('%s is named', async (_, different, problem) => {
    const found = await problems({ ...good, ...different });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  test('that shows something to strangers is named', async () => {
    expect(await problems(good, true)).toEqual([
      'a stranger is answered with 200, not 401',
      'a stranger with x-webauth-user is answered with 200, not 401',
    ]);
    expect(await problems(good, false, true)).toEqual(['a stranger with x-webauth-user is answered with 200, not 401']);
  });
});

test('errors of the parts that read what a site gives are found in the log, and no others', () => {
  const log = [
    'before the log',
    '{"level":"info","logger":"provisioning.dashboard","msg":"finished"}',
    '{"level":"error","logger":"provisioning.datasources","msg":"can\'t read","error":"yaml: line 3"}',
    '{"level":"error","logger":"plugin.backgroundinstaller","msg":"Failed to install plugin"}',
    '{"level":"error","logger":"context","msg":"Request Completed"}',
  ].join('\n');
  expect(errorsIn(log)).toEqual([
    "provisioning.datasources: can't read (yaml: line 3)",
    'plugin.backgroundinstaller: Failed to install plugin',
  ]);
});

describe('waiting', () => {
  test('ends when it is so, and takes an error for not yet', async () => {
    let asked = 0;
    await until(
      'it is there',
      60,
      () => Promise.resolve().then(() => ++asked > 2 || Promise.reject(new Error('no'))),
      1,
    );
    expect(asked).toBe(3);
  });

  test('says what did not happen', async () => {
    await expect(until('it is there', 0, () => Promise.resolve(false))).rejects.toThrow('it is there: not within 0 s');
  });
});
