import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { figure } from '../../../../dashboards/panels.ts';
import type { KubeObject } from '../../../../kubernetes/object.ts';
import { panelsOf, platformDashboards } from '../../../support/dashboards.ts';
import { aSite, manifestsOfSite } from '../../../support/site.ts';

const byUid = platformDashboards.map((dashboard) => [dashboard.uid, dashboard] as const);

interface DataSources {
  readonly deleteDatasources: readonly { readonly name: string }[];
  readonly datasources: readonly { readonly uid: string; readonly type: string; readonly name: string }[];
}

/** The data sources that a site provisions. */
function dataSources(): DataSources {
  const texts = manifestsOfSite(aSite()).map(({ object }) => {
    const { data = {} } = object as KubeObject & { data?: Readonly<Record<string, string>> };
    return data['datasources.site.yaml'];
  });
  return parse(texts.find((text) => text !== undefined) ?? '');
}

describe('every dashboard of the platform', () => {
  test.each(byUid)('has panels with numbers of their own: %s', (_, dashboard) => {
    const ids = panelsOf(dashboard).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    expect(ids.length).toBeGreaterThan(1);
  });

  test.each(byUid)('turns its colours at values that rise: %s', (_, dashboard) => {
    for (const { title, fieldConfig } of panelsOf(dashboard)) {
      const [lowest, ...values] = (fieldConfig?.defaults.thresholds?.steps ?? []).map(({ value }) => value);
      const rise = values.every((value, index) => value !== null && value > (values[index - 1] ?? -Infinity));
      expect({ title, lowest: lowest ?? null, rise }).toEqual({ title, lowest: null, rise: true });
    }
  });

  test.each(byUid)('asks data sources that the site provisions: %s', (_, dashboard) => {
    const known = dataSources().datasources.map(({ uid, type }) => ({ uid, type }));
    const asked = [...JSON.stringify(dashboard).matchAll(/"datasource":(\{[^}]*\})/g)].map(([, one = '']) =>
      JSON.parse(one),
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter(({ uid, type }) => !known.some((one) => one.uid === uid && one.type === type))).toEqual([]);
  });

  test.each(byUid)('asks nobody for a data source when it is loaded: %s', (_, dashboard) => {
    expect(Object.keys(dashboard)).not.toContain('__inputs');
    expect(JSON.stringify(dashboard)).not.toMatch(/\$\{DS_/);
  });

  test('keeps its uid, which links and bookmarks contain', () => {
    expect(byUid.map(([uid]) => uid)).toEqual(['budget', 'certificates', 'cluster', 'edge', 'home', 'logs', 'node']);
  });
});

describe('the limits of a figure', () => {
  const steps = (limits: readonly [number] | readonly [number, number]) =>
    figure({ title: 'A', description: 'B', unit: 'short', queries: [{ expr: 'up' }], limits }).build().fieldConfig
      ?.defaults.thresholds?.steps;

  test.each([
    ['two that rise', [1, 3], [null, 1, 3], ['green', 'orange', 'red']],
    ['two that fall, because less is worse', [3, 1], [null, 1, 3], ['red', 'orange', 'green']],
    ['one', [1], [null, 1], ['green', 'red']],
  ] as const)('are %s', (_, limits, values, colors) => {
    expect(steps(limits)?.map(({ value }) => value)).toEqual(values);
    expect(steps(limits)?.map(({ color }) => color)).toEqual(colors);
  });

  test('are no two equal ones', () => {
    expect(() => steps([1, 1])).toThrow('the colour turns to orange and to red at 1; state one limit');
  });
});

describe('data sources', () => {
  test('are those that something asks; one that only Grafana’s own alerting shows is taken away', () => {
    expect(dataSources().datasources.map(({ name }) => name)).toEqual(['Metrics', 'Logs']);
    expect(dataSources().deleteDatasources).toEqual([{ name: 'Alerts', orgId: 1 }]);
  });
});
