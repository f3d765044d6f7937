import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textOf } from '../repository/support/files.ts';
import { readmeCommands } from './support/readme.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly if?: string;
  readonly 'timeout-minutes'?: number;
}

const text = textOf('.github/workflows/ci.yml');
const { jobs, permissions } = parse(text) as { jobs: Record<string, Job>; permissions: object };
const all = Object.entries(jobs).map(([id, job]) => ({ id, ...job }));

describe('the workflow on GitHub', () => {
  test('runs the commands of the README as they stand there', () => {
    expect(jobs.readme?.steps.flatMap(({ run }) => run ?? [])).toEqual(expect.arrayContaining(readmeCommands()));
  });

  test('runs them on every version of Node that is promised', () => {
    expect(jobs.readme).toMatchObject({ strategy: { matrix: { node: [20, 22, 24] } } });
    expect(JSON.parse(textOf('package.json'))).toMatchObject({ engines: { node: '>=20.19' } });
  });

  test('uses every action at a full commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses).not.toEqual([]);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('gives no right that is not stated, and the right to write to one job, which runs none of our code', () => {
    expect(permissions).toEqual({});
    const writers = all.filter((job) => Object.values(job.permissions).includes('write'));
    expect(writers.map(({ id }) => id)).toEqual(['renew']);
    expect(writers.flatMap(({ steps }) => steps).filter(({ run }) => /\b(npm|npx|node)\b/.test(run ?? ''))).toEqual([]);
  });

  test('leaves no token in the folder where our code and its packages run', () => {
    const checkouts = all
      .filter(({ id }) => id !== 'renew')
      .flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('runs what proves the project, and not a site, only where the project says that it is one', () => {
    const guarded = all.filter((job) => job.if?.startsWith("vars.ARMSTEAD_PROJECT == 'true'"));
    expect(guarded.map(({ id }) => id)).toEqual(['project', 'cluster', 'static']);
    const commands = (jobs.project?.steps ?? []).flatMap(({ run }) => run ?? []);
    expect(commands).toEqual(['npm ci', 'npm run test:example', 'npm run test:owners']);
    const others = all.filter(({ id }) => !guarded.some((job) => job.id === id)).flatMap(({ steps }) => steps);
    expect(others.filter(({ run }) => /test:(example|owners|cluster)/.test(run ?? ''))).toEqual([]);
  });

  test('ends every job that hangs', () => {
    expect(all.filter((job) => !job['timeout-minutes']).map(({ id }) => id)).toEqual([]);
  });
});

test('no part of .ci/run has the name of a program that a part calls: the part would run in its place', () => {
  const script = textOf('.ci/run');
  const parts = [...script.matchAll(/^(\w+)\(\) \{/gm)].map(([, name = '']) => name);
  expect(parts).toContain('programs');
  const programs = ['bash', 'git', 'go', 'grep', 'mktemp', 'nice', 'node', 'npm', 'shellcheck'];
  expect(programs.filter((name) => parts.includes(name))).toEqual([]);
});
