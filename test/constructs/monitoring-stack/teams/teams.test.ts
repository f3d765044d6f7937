import { describe, expect, test } from 'vitest';
import type { WatchedTeam } from '../../../../constructs/monitoring-stack/index.ts';
import { rulesYaml } from '../../../../constructs/monitoring-stack/rules/index.ts';
import { scrapeConfig, scrapeYaml } from '../../../../constructs/monitoring-stack/scrape/index.ts';
import { ownersOf, teamRules } from '../../../../constructs/monitoring-stack/teams/index.ts';
import { errorIn } from '../../../../site/fields/promql.ts';
import { SERVICE_ALERTS } from '../../../../site/plan/alerts.ts';
import { many, shop, teams } from '../../../support/watched-teams.ts';

/** The most that an object may hold. */
const MEBIBYTE = 1024 ** 2;

describe('rules of teams', () => {
  test('are groups by whose they are, which see nothing else', () => {
    const { shop: ofShop = [], search = [] } = teamRules(teams);
    const held = (groups: typeof ofShop) => groups.map(({ name, heldTo, limit }) => [name, heldTo, limit]);
    const labels = { team: 'shop', environment: 'prod' };
    const staging = { team: 'shop', environment: 'staging' };
    expect(held(ofShop)).toEqual([
      ['shop/prod: services', labels, 50],
      ['shop/prod', labels, 50],
      ['shop/prod/storefront', { ...labels, service: 'storefront' }, 50],
      ['shop/staging: services', staging, 50],
      ['shop/staging', staging, 50],
      ['shop/staging/storefront', { ...staging, service: 'storefront' }, 50],
    ]);
    expect(held(search)).toEqual([['search/prod: services', { team: 'search', environment: 'prod' }, 50]]);
  });

  test('tell nothing of what services do not have: no warming, no process that starts by the clock', () => {
    const names = (team: WatchedTeam) =>
      teamRules([team])[team.team]?.flatMap(({ alerts }) => alerts.map((one) => one.alert));
    const without = names({ team: 'search', environment: 'prod', services: { api: {} } });
    expect(without).not.toEqual(expect.arrayContaining([expect.stringMatching(/Warm|Cron|ServiceDown/)]));
    expect(names({ ...shop, services: {}, alerts: [] })).toEqual([]);
  });

  test('have the names that no team may use for alerts of its own', () => {
    const [generated] = teamRules([shop]).shop ?? [];
    expect(generated?.alerts.map(({ alert }) => alert).sort()).toEqual([...SERVICE_ALERTS].sort());
  });

  test('say what is the case, and what to do about it', () => {
    const all = teamRules([shop]).shop?.[0]?.alerts ?? [];
    expect(all.filter(({ expr }) => errorIn(expr) !== undefined)).toEqual([]);
    expect(all.filter(({ summary }) => !summary.includes('of shop in prod') || summary.endsWith('.'))).toEqual([]);
    expect(all.filter(({ runbook }) => !/^[A-Zk].{30,}[.?]$/.test(runbook)).map(({ alert }) => alert)).toEqual([]);
  });

  test('of 1,000 services of 40 teams in three environments fit into an object for each team', () => {
    const rules = teamRules(many(40, 25));
    const sizes = Object.values(rules).map((groups) => rulesYaml(groups).length);
    const count = Object.values(rules).flatMap((groups) => groups.flatMap(({ alerts }) => alerts)).length;
    expect(Object.keys(rules)).toHaveLength(40);
    expect(count).toBe(40 * 3 * SERVICE_ALERTS.length);
    expect(Math.max(...sizes)).toBeLessThan(MEBIBYTE / 10);
  });

  test('of 1,000 services of one team fit into one object', () => {
    const [only = []] = Object.values(teamRules(many(1, 1000)));
    expect(rulesYaml(only).length).toBeLessThan(MEBIBYTE);
  });
});

describe('the labels of teams', () => {
  test('cost as many steps for 1,000 services as for one', () => {
    const steps = (watched: readonly WatchedTeam[]) =>
      scrapeConfig({ clusterState: 'x:1', jobs: [], owners: ownersOf(watched) }).scrape_configs.map(
        ({ metric_relabel_configs = [] }) => metric_relabel_configs.length,
      );
    expect(steps(many(40, 25))).toEqual(steps(many(1, 1)));
    const yaml = scrapeYaml(scrapeConfig({ clusterState: 'x:1', jobs: [], owners: ownersOf(many(1, 1000)) }));
    expect(yaml.length).toBeLessThan(MEBIBYTE / 4);
  });

  test('are given to no series of a site without teams', () => {
    const { scrape_configs: jobs } = scrapeConfig({ clusterState: 'x:1', jobs: [] });
    const steps = jobs.flatMap(({ metric_relabel_configs = [] }) => metric_relabel_configs);
    expect(steps.filter(({ target_label }) => target_label === 'team' || target_label === 'environment')).toEqual([]);
  });
});
