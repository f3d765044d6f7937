import { describe, expect, test } from 'vitest';
import { planSite, type TeamPart } from '../../site/plan/index.ts';
import { teamPlan } from '../../site/plan/teams.ts';
import { ERRORS, shopIn, site } from './support/shop.ts';

describe('a team that the plan refuses', () => {
  test.each([
    ['node', 'agents', 'node-agents is a folder of the platform'],
    ['cert', 'manager', 'cert-manager is a namespace of the platform or of Kubernetes'],
    ['ingress', 'nginx', 'ingress-nginx is a chart of the platform'],
    ['kube', 'prod', 'kube-prod is a namespace of the platform or of Kubernetes'],
  ])('%s in %s would take a name that is taken', (team, environment, reason) => {
    expect(() => teamPlan(site, { team, environment })).toThrow(reason);
  });

  test('has an alert that is called as one of the platform', () => {
    const part: TeamPart = {
      team: 'shop',
      environment: 'prod',
      alerts: { WatchDog: { ...ERRORS, severity: 'warning' } },
    };
    expect(() => teamPlan(site, part)).toThrow("the alert 'WatchDog' is one that every site may have");
  });

  test('stands twice in one environment', () => {
    const twice = [shopIn('prod', 'www'), shopIn('prod', 'shop')];
    expect(() => planSite(site, undefined, twice)).toThrow('a team is planned twice in one environment');
  });

  test('publishes a host that the platform has, or that it has in its other environment', () => {
    expect(() => planSite(site, undefined, [shopIn('prod', 'grafana')])).toThrow(
      'grafana.example.org is planned for dashboards and for shop in prod',
    );
    expect(() => planSite(site, undefined, [shopIn('prod', 'www'), shopIn('staging', 'www')])).toThrow(
      'www.example.org is planned for shop in prod and for shop in staging',
    );
  });

  test('is in an environment that the site has not', () => {
    expect(() => planSite(site, undefined, [shopIn('test', 'www')])).toThrow("'test' is no environment of the site");
  });
});
