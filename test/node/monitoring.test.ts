import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { status } from '../edge/support/client.ts';
import { becomes } from '../edge/support/eventually.ts';
import { eventually } from '../support/background.ts';
import { platformDashboards, targetsOf } from '../support/dashboards.ts';
import { withoutData } from '../support/queries.ts';
import { alerts } from './support/alerts.ts';
import { ask, logs, query } from './support/ask.ts';
import { ABSENT_TARGETS, DASHBOARDS_WITHOUT_DATA, SILENT, TARGETS } from './support/expected.ts';
import { pace } from './support/pace.ts';
import { pods } from './support/ready.ts';
import { receiverWasTold } from './support/receiver.ts';
import { objectsOfSite, theSite } from './support/site.ts';

/** Seconds between two evaluations of a rule. */
const EVALUATION = pace.scrape * 2;

/** Longest wait for what comes by itself: some looks, or the whole time of an alert. */
const PATIENCE = 300 + 2 * pace.longestFor;

/** Alerts of the test machine, which is as busy and as full as whoever tests on it: they say nothing of the site. */
const OF_THE_MACHINE = ['NodeCpuBusy', 'NodeDiskFilling'];

beforeAll(async () => {
  await theSite();
  // Nothing is counted of sign-on before it was asked.
  await becomes(() => status('https://photos.example.org/'), 302);
});

describe('metrics', () => {
  test('come from every target of the site that can exist here', async () => {
    await eventually(
      'all targets are up',
      async () => (await targets()).join() === [...TARGETS].join() || undefined,
      PATIENCE,
    );
    expect(await targets()).toEqual(TARGETS);
  });

  test('fill every panel of every dashboard that can have data here', async () => {
    const missing = async () => (await withoutData(query)).sort();
    const wanted = [...DASHBOARDS_WITHOUT_DATA].sort();
    await eventually(
      'the panels have data',
      async () => (await missing()).join() === wanted.join() || undefined,
      PATIENCE,
    ).catch(() => undefined);
    expect(await missing()).toEqual(wanted);
  });
});

describe('rules', () => {
  test('are all evaluated without an error', async () => {
    const all = await eventually('every rule was evaluated', async () => {
      const found = await rules();
      return found.every(({ lastEvaluation }) => Date.parse(lastEvaluation) > 0) ? found : undefined;
    });
    expect(all.map(({ name }) => name).sort()).toEqual(statedRules());
    expect(all.filter(({ health, lastError }) => health !== 'ok' || lastError !== '')).toEqual([]);
  });

  test('have nothing to say of a healthy site but the Watchdog and what Helm charts would bring', async () => {
    const wanted = ['Watchdog', ...ABSENT_TARGETS.map((job) => `PartMissing ${job}`)].sort();
    await pause((pace.longestFor + 2 * EVALUATION) * 1000);
    await eventually('alerts settle', async () => (await told()).join() === wanted.join() || undefined, PATIENCE).catch(
      () => undefined,
    );
    expect(await told()).toEqual(wanted);
  });
});

describe('the receiver', () => {
  test('gets the Watchdog as a heartbeat, again and again', async () => {
    await eventually('two heartbeats', async () => (await toldAt('heartbeat')).length >= 2 || undefined, PATIENCE);
    expect(new Set((await toldAt('heartbeat')).flat())).toEqual(new Set(['Watchdog']));
  });

  test('gets alerts as notifications, and no Watchdog among them', async () => {
    await eventually('a notification', async () => (await toldAt('notification')).length > 0 || undefined, PATIENCE);
    expect((await toldAt('notification')).flat()).not.toContain('Watchdog');
  });
});

describe('logs', () => {
  test('of every container arrive, and are found by namespace, pod and container', async () => {
    const wanted = pods().flatMap(({ metadata, spec }) =>
      spec.containers
        .filter(({ name }) => !SILENT.includes(name ?? ''))
        .map(
          ({ name }) =>
            `kubernetes.pod_namespace:="${metadata.namespace}" kubernetes.pod_name:="${metadata.name}" kubernetes.container_name:="${name}"`,
        ),
    );
    const missing = async () => {
      const found = await Promise.all(wanted.map(async (question) => ({ question, lines: await logs(question, 1) })));
      return found.filter(({ lines }) => lines.length === 0).map(({ question }) => question);
    };
    await eventually('a line of each', async () => (await missing()).length === 0 || undefined, 120).catch(
      () => undefined,
    );
    expect(await missing()).toEqual([]);
  });

  test('answer every query of a dashboard', async () => {
    const queries = platformDashboards.flatMap((dashboard) => targetsOf(dashboard, 'logs'));
    expect(queries.length).toBeGreaterThan(0);
    for (const { at, expr } of queries) expect(await found(expr), at).toBeGreaterThan(0);
  });
});

/** How many lines a query of a dashboard for logs finds, whatever is chosen at its top. */
async function found(expr: string): Promise<number> {
  return (await logs(`_time:1h ${expr.replaceAll(/\$\{\w+:regex\}/g, '.*').replaceAll(/\$\{\w+:raw\}/g, '')}`, 1))
    .length;
}

/** Every target by job and instance, and whether it is up; pods by the name of their workload. */
async function targets(): Promise<string[]> {
  const { data } = await query('up');
  return data.result.map(({ metric, value }) => `${metric.job} ${named(metric)}${value[1]}`).sort();
}

function named({ instance = '', job = '' }: Record<string, string>): string {
  return instance.startsWith(job) ? '' : `${instance} `;
}

interface Rule {
  readonly name: string;
  readonly health: string;
  readonly lastError: string;
  readonly lastEvaluation: string;
}

async function rules(): Promise<Rule[]> {
  const { data } = JSON.parse(await ask('rules:8880', '/api/v1/rules')) as { data: { groups: { rules: Rule[] }[] } };
  return data.groups.flatMap(({ rules }) => rules);
}

/** The names of the rules that stand in `dist/`. */
function statedRules(): string[] {
  const object = objectsOfSite().find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'rules');
  const { data } = object as unknown as { data: Record<'rules.yaml', string> };
  const { groups } = parse(data['rules.yaml']) as { groups: { rules: { alert?: string; record?: string }[] }[] };
  return groups.flatMap(({ rules }) => rules.map(({ alert, record }) => alert ?? record ?? '')).sort();
}

/** What fires or will, each with the job that it is about. */
async function told(): Promise<string[]> {
  return (await alerts())
    .filter(({ name }) => !OF_THE_MACHINE.includes(name))
    .map(({ name, labels: { job } }) => (job ? `${name} ${job}` : name))
    .sort();
}

/** The names of the alerts that came to a path of the receiver, message by message. */
async function toldAt(path: string): Promise<string[][]> {
  const messages = (await receiverWasTold()).filter((one) => one.path === path);
  return messages.map(({ alerts }) => alerts.map(({ labels }) => labels.alertname ?? ''));
}
