import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_CLUSTER, NO_CONTEXT } from '../../scripts/reach.mjs';
import { chosenFrom, type Wanted } from '../../scripts/task/choice.ts';
import { nameOfRun } from '../../scripts/task/run.ts';
import { planSite } from '../../site/plan/index.ts';
import { copyProject, linkPackages } from '../support/example-project.ts';
import { aSite } from '../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../support/teams.ts';

const site = aSite({
  environments: { prod: { share: 50 }, staging: { share: 20 } },
  teams: {
    shop: aTeam({
      services: {
        storefront: aService({ tasks: { console: { command: ['bin/console'] } } }),
        admin: aService(),
      },
    }),
  },
});

describe('the task that is meant', () => {
  const choose = (changes: Partial<Wanted>, versions = releasedEverywhere(site)) =>
    chosenFrom(
      { team: 'shop', service: 'storefront', task: 'console', ...changes },
      site,
      planSite(site, undefined, versions),
    );

  test('is that of the first environment if none is stated', () => {
    expect(choose({})).toEqual({
      spoken: 'shop/storefront console',
      environment: 'prod',
      namespace: 'shop-prod',
      template: 'storefront--console',
      withinSeconds: 3600,
    });
    expect(choose({ environment: 'staging' }).namespace).toBe('shop-staging');
  });

  test.each([
    [{ team: 'shpo' }, "platform.ts has no team 'shpo'; did you mean shop?"],
    [{ team: 'ledger' }, "platform.ts has no team 'ledger'; write one of shop"],
    [{ service: 'storfront' }, "teams/shop.ts has no service 'storfront'; did you mean storefront?"],
    [{ service: 'x' }, "teams/shop.ts has no service 'x'; write one of storefront, admin"],
    [{ environment: 'stagin' }, "platform.ts has no environment 'stagin'; did you mean staging?"],
    [{ task: 'consol' }, "shop/storefront has no task in prod called 'consol'; did you mean console?"],
    [{ service: 'admin' }, "shop/admin has no task in prod called 'console'; there is none at all"],
  ])('is refused as %j', (changes, message) => {
    expect(() => choose(changes)).toThrow(message);
  });

  test('is refused where no version of its service runs', () => {
    const versions = { shop: { storefront: { prod: { version: '1.0.0' } } } };
    expect(() => choose({ environment: 'staging' }, versions)).toThrow(
      'shop/storefront has no version in staging; state one in versions/shop.json first',
    );
  });
});

test('a run has a name that begins with that of its task, and that fits where the longest task does', () => {
  expect(nameOfRun({ template: 'storefront--console' }, 1_795_000_000_000)).toMatch(
    /^storefront--console-[a-z0-9]{8}$/,
  );
  // A CronJob has at most 52 characters.
  expect(nameOfRun({ template: 'x'.repeat(52) }, 1_795_000_000_000).length).toBeLessThanOrEqual(63);
});

const folder = mkdtempSync(join(tmpdir(), 'armstead-task-'));
const project = join(folder, 'project');

const TEAM = `import { team } from '../site/index.ts';

export default team({
  about: 'Catalogue, basket and checkout',
  repo: 'https://git.example.org/shop',
  services: {
    storefront: {
      image: 'ghcr.io/acme/web',
      port: 8080,
      health: { ready: '/ready', alive: '/alive' },
      tasks: { console: { command: ['bin/console'], within: '10m' } },
    },
  },
});
`;

/** A kubectl that notes its words, and answers as the lines of a test say; it is asked for a Job until that one ends. */
const kubectl = (ends: string, besides = '') => `#!/bin/sh
echo "$*" >> "$(dirname "$0")/words"
${besides}
case "$1 $2" in
  'config current-context') echo here ;;
  'get --raw') echo ok ;;
  'create job') echo "job.batch/$3 created" ;;
  'get job') if [ -e "$(dirname "$0")/shown" ]; then echo '{"status":{"conditions":[${ends}]}}'; else echo '{}'; fi ;;
  'get pods') echo '{"items":[{"metadata":{"name":"pod-1"},"status":{"phase":"Running"}}]}' ;;
  'logs --follow') echo 'hello of the task'; touch "$(dirname "$0")/shown" ;;
esac
`;

const COMPLETE = '{"type":"Complete","status":"True"}';

beforeAll(() => {
  copyProject(project);
  linkPackages(project);
  mkdirSync(join(project, 'teams'), { recursive: true });
  mkdirSync(join(project, 'versions'), { recursive: true });
  writeFileSync(join(project, 'teams/shop.ts'), TEAM);
  writeFileSync(join(project, 'versions/shop.json'), '{ "storefront": { "prod": "1.0.0" } }\n');
  const platform = readFileSync(join(project, 'platform.ts'), 'utf8');
  writeFileSync(
    join(project, 'platform.ts'),
    `import shop from './teams/shop.ts';\n${platform.replace(/(\n\s+)(domain: )/, '$1teams: { shop },$1$2')}`,
  );
});
beforeEach(() => {
  for (const name of ['words', 'shown']) rmSync(join(folder, name), { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run task', () => {
  test('makes the Job from its template with nothing added, shows what it says and ends with 0', async () => {
    const { status, stdout, stderr } = await run(kubectl(COMPLETE));
    expect([status, stdout]).toEqual([0, 'hello of the task\n']);
    const [created = ''] = words().filter((line) => line.startsWith('create'));
    const [, job = ''] =
      /^create job (storefront--console-\w+) --from=cronjob\/storefront--console --namespace shop-prod$/.exec(
        created,
      ) ?? [];
    expect(stderr).toBe(
      `shop/storefront console runs in prod, as the Job ${job} in shop-prod; to see it again:\n` +
        `  kubectl logs --follow job/${job} --namespace shop-prod\ndone\n`,
    );
    expect(words()).toContain(
      `get pods --selector batch.kubernetes.io/job-name=${job} --namespace shop-prod --output json`,
    );
    expect(words().filter((line) => line.startsWith('logs'))).toEqual(['logs --follow pod-1 --namespace shop-prod']);
  });

  test.each([
    [
      'failed',
      1,
      '{"type":"Failed","status":"True","reason":"BackoffLimitExceeded","message":"it has failed"}',
      'failed: it has failed',
    ],
    [
      'took too long',
      124,
      '{"type":"Failed","status":"True","reason":"DeadlineExceeded"}',
      "ended: its time was up, 600 seconds; a longer one is 'within' of the task",
    ],
  ])('says of a task that %s what it was, and ends with %d', async (_, code, ends, line) => {
    const { status, stderr } = await run(kubectl(ends));
    expect(status).toBe(code);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(line);
  });

  test('says why a pod waits', async () => {
    const waiting =
      '{"status":{"phase":"Pending","containerStatuses":[{"state":{"waiting":{"reason":"ImagePullBackOff"}}}]},"metadata":{"name":"pod-1"}}';
    const once = `if [ "$1 $2" = 'get pods' ] && mkdir "$(dirname "$0")/waited" 2>/dev/null; then echo '{"items":[${waiting}]}'; exit; fi`;
    const { status, stderr } = await run(kubectl(COMPLETE, once));
    expect(status).toBe(0);
    expect(stderr).toContain('\nit waits: ImagePullBackOff\ndone\n');
  });

  test.each([
    ['a context', `[ "$1" != config ] || exit 1`, `${NO_CONTEXT}\n`],
    ['a cluster', `[ "$2" != --raw ] || exit 1`, `${NO_CLUSTER}\n`],
    [
      'the right',
      `[ "$1" != create ] || { echo 'error: forbidden' >&2; exit 1; }`,
      expect.stringMatching(
        /^kubectl create job storefront--console-\w+ --from=cronjob\/storefront--console --namespace shop-prod failed:\nerror: forbidden\n$/,
      ),
    ],
  ])('starts nothing without %s, and says so', async (_, besides, problem) => {
    expect(await run(kubectl(COMPLETE, besides))).toEqual({ status: 1, stdout: '', stderr: problem });
  });

  test('asks no cluster for a task that there is not', async () => {
    expect(await run(kubectl(COMPLETE), ['shop/storefront', 'consol'])).toEqual({
      status: 1,
      stdout: '',
      stderr: "shop/storefront has no task in prod called 'consol'; did you mean console?\n",
    });
    expect(words()).toEqual([]);
  });

  test('leaves the task running on Ctrl-C, and says how to end it', async () => {
    const slow = `if [ "$1" = logs ]; then echo first; exec sleep 60; fi`;
    const child = start(kubectl(COMPLETE, slow));
    child.stdout.once('data', () => child.kill('SIGINT'));
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    const [, job] = /as the Job (\S+)/.exec(stderr) ?? [];
    expect(code).toBe(130);
    expect(stderr).toContain(
      `shop/storefront console goes on; to see it again:\n  kubectl logs --follow job/${job} --namespace shop-prod\n` +
        `and to end it:\n  kubectl delete job ${job} --namespace shop-prod\n`,
    );
    expect(words().filter((line) => line.startsWith('delete'))).toEqual([]);
  });
});

const words = () =>
  existsSync(join(folder, 'words')) ? readFileSync(join(folder, 'words'), 'utf8').trimEnd().split('\n') : [];

function start(script: string, args: readonly string[] = ['shop/storefront', 'console']) {
  writeFileSync(join(folder, 'kubectl'), script);
  chmodSync(join(folder, 'kubectl'), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  return spawn(process.execPath, ['scripts/task.mjs', ...args], { cwd: project, env });
}

/** Runs the command in a copy of the project, with a kubectl that is a script of the test. */
async function run(script: string, args?: readonly string[]) {
  const child = start(script, args);
  const ended = once(child, 'exit');
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}
