import { describe, expect, test } from 'vitest';
import type { Dashboard } from '../../../../constructs/monitoring-stack/dashboards/index.ts';
import type { WatchedTeam } from '../../../../constructs/monitoring-stack/index.ts';
import { keptMetrics } from '../../../../constructs/monitoring-stack/scrape/index.ts';
import { teamRules } from '../../../../constructs/monitoring-stack/teams/index.ts';
import { errorIn } from '../../../../site/fields/promql.ts';
import { platformDashboards, targetsOf } from '../../../support/dashboards.ts';
import { everyPart, rulesWith } from '../../../support/monitoring.ts';
import { shop } from '../../../support/watched-teams.ts';
import { groupingsIn, labelsMadeIn, selectorsIn } from './query.ts';
import { recordings } from './recorded.ts';

/** Labels that scraping adds to whatever a program gives out. */
const ADDED = [
  ...['job', 'instance', 'namespace', 'node', 'exported_namespace'],
  ...['team', 'environment', 'service', 'backend'],
];

/** Labels that an aggregation keeps of a series of its own. */
const BY_RECORDING = ['job', 'instance'];

/** Labels that rules give to series that they make of numbers. */
const BY_NUMBERS = ['service', 'cronjob'];

const generated = Object.values(teamRules([{ ...shop, services: withoutOwn(shop.services), alerts: [] }])).flat();

const groups = [
  ...rulesWith(everyPart, { expected: { scraped: ['traefik'], deployments: ['external-secrets'] } }),
  ...generated,
];

/** The alerts of a team's own ask for metrics of its own. */
function withoutOwn(services: WatchedTeam['services']): WatchedTeam['services'] {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, { ...service, alerts: [] }]));
}

/** Every query of the site and where it stands. */
const queries = [
  ...groups.flatMap(({ recordings = [] }) => recordings.map(({ record, expr }) => ({ at: record, expr }))),
  ...groups.flatMap(({ alerts }) => alerts.map(({ alert, expr }) => ({ at: alert, expr }))),
  ...platformDashboards.flatMap(panelQueries),
];

/** Labels by the name of every metric that exists. */
const known = new Map([
  ...recordings.flatMap(({ metrics }) => [...metrics]),
  ...groups.flatMap(({ recordings = [] }) => recordings.map(({ record }) => [record, BY_RECORDING] as const)),
]);

function panelQueries(dashboard: Dashboard) {
  return targetsOf(dashboard, 'metrics').map(({ at, expr }) => ({ at, expr: expr.replaceAll('"$', '"') }));
}

describe('queries of rules and dashboards', () => {
  test('are PromQL', () => {
    expect(queries.filter(({ expr }) => errorIn(expr) !== undefined)).toEqual([]);
  });

  test('ask for metrics that the programs of a site really give out', () => {
    const unknown = queries.flatMap(({ at, expr }) =>
      selectorsIn(expr)
        .filter(({ metric }) => !known.has(metric))
        .map(({ metric }) => `${at} asks for ${metric}`),
    );
    expect(unknown).toEqual([]);
  });

  test('choose them by labels that they really have', () => {
    const unknown = queries.flatMap(({ at, expr }) =>
      selectorsIn(expr).flatMap(({ metric, labels }) =>
        labels
          .filter((label) => ![...ADDED, ...(known.get(metric) ?? [])].includes(label))
          .map((label) => `${at} chooses ${metric} by ${label}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('group them by labels that one of them has, or that the query makes', () => {
    const unknown = queries.flatMap(({ at, expr }) => {
      const labels = [
        ...ADDED,
        ...BY_NUMBERS,
        ...labelsMadeIn(expr),
        ...selectorsIn(expr).flatMap(({ metric }) => known.get(metric) ?? []),
      ];
      return groupingsIn(expr)
        .filter((label) => !labels.includes(label))
        .map((label) => `${at} groups by ${label}`);
    });
    expect(unknown).toEqual([]);
  });

  test('are found by the tests above even where one is wrong', () => {
    const [one] = selectorsIn('sum by (pod) (rate(kube_pod_info{nod="a"}[5m])) > 1');
    expect(one).toEqual({ metric: 'kube_pod_info', labels: ['nod'] });
    expect(groupingsIn('sum by (pod, x) (a) and on (y) b')).toEqual(['pod', 'x', 'y']);
    expect(errorIn('sum(')).toBe(4);
  });
});

describe('what is kept of sources that give out too much', () => {
  test.each(Object.entries(keptMetrics))('exists, for %s', (_, metrics) => {
    expect(metrics.filter((metric) => !known.has(metric))).toEqual([]);
  });

  test('holds every metric of theirs that a query asks for', () => {
    const asked = queries.flatMap(({ expr }) => selectorsIn(expr).map(({ metric }) => metric));
    const theirs = asked.filter((metric) => /^(apiserver|kubelet|container|machine|probe)_/.test(metric));
    const kept: readonly string[] = Object.values(keptMetrics).flat();
    expect(theirs.filter((metric) => !kept.includes(metric))).toEqual([]);
  });
});

test('every recording says what was asked, and how', () => {
  expect(recordings.filter(({ program, how }) => !/\d+\.\d+\.\d+/.test(program) || how.length < 20)).toEqual([]);
});
