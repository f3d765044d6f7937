import { describe, expect, test } from 'vitest';
import { ruleGroups } from '../../../constructs/monitoring-stack/rules/index.ts';
import { PLATFORM_ALERTS } from '../../../site/plan/alerts.ts';

const home = { nas: '192.168.4.10:9100' };
const disks = { bootGb: 100, allowedGb: 200 };
const groups = ruleGroups({ home, homeServices: true, gateway: true, ocpus: 2, reclaimable: true, disks, own: [] });

describe('rules', () => {
  test('every alert says what is the case, and what to do about it in a sentence or two', () => {
    const all = groups.flatMap(({ alerts }) => alerts);
    expect(all.filter(({ summary }) => summary.length < 15 || summary.endsWith('.'))).toEqual([]);
    expect(all.filter(({ runbook }) => !/^[A-Zk].{30,}[.?]$/.test(runbook)).map(({ alert }) => alert)).toEqual([]);
  });

  test('every alert has a name that no alert of a site may have', () => {
    const names = groups.flatMap(({ alerts }) => alerts.map(({ alert }) => alert));
    expect([...PLATFORM_ALERTS].sort()).toEqual(names.sort());
  });

  test('parts that give out no metrics are missed by their Deployment, and only where the site has them', () => {
    const missing = (parts?: { scraped: string[]; deployments: string[] }) =>
      ruleGroups({ home: {}, homeServices: false, ocpus: 2, reclaimable: false, parts, own: [] })
        .flatMap(({ alerts }) => alerts)
        .find(({ alert }) => alert === 'PartMissing')?.expr;
    expect(missing()).not.toContain('sign-on');
    const parts = (missing({ scraped: ['sign-on'], deployments: ['external-secrets'] }) ?? '').split(' or ');
    expect(parts.filter((part) => !missing()?.includes(part))).toEqual([
      'absent(up{job="sign-on"})',
      'label_replace(absent(kube_deployment_spec_replicas{deployment="external-secrets"}), "job", "$1", "deployment", "(.+)")',
    ]);
  });

  test('alerts about home and the gateway exist only where there is somebody to ask, about idleness where it matters', () => {
    const without = ruleGroups({ home: {}, homeServices: false, ocpus: 2, reclaimable: false, own: [] });
    const names = without.map(({ name }) => name);
    expect(groups.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([
      'home',
      'gateway',
      'free-tier',
    ]);
  });

  test('a gateway with nothing behind it that is asked is down when it does not answer, and never unwatched', () => {
    const options = { home: {}, homeServices: false, gateway: true, ocpus: 2, own: [] };
    const of = (reclaimable: boolean) =>
      ruleGroups({ ...options, reclaimable }).flatMap(({ alerts }) =>
        alerts.flatMap(({ alert, expr }) => (alert.startsWith('Gateway') ? [[alert, expr]] : [])),
      );
    expect(of(false)).toEqual([['GatewayDown', 'max(up{job="gateway"}) == 0']]);
    expect(of(true).map(([alert]) => alert)).toEqual(['GatewayDown', 'GatewayMayBeReclaimed']);
  });

  test.each([
    ['machines alone', { home, homeServices: false }, ['HomeTunnelDown', 'HomeTargetDown']],
    ['services alone', { home: {}, homeServices: true }, ['HomeTunnelDown', 'HomeServiceDown']],
    ['both', { home, homeServices: true }, ['HomeTunnelDown', 'HomeTargetDown', 'HomeServiceDown']],
  ])('of home with %s only what can be asked is watched', (_, asked, expected) => {
    const atHome = ruleGroups({ ...asked, ocpus: 2, reclaimable: false, own: [] }).find(({ name }) => name === 'home');
    expect(atHome?.alerts.map(({ alert }) => alert)).toEqual(expected);
    const queries = JSON.stringify(atHome?.alerts.map(({ expr }) => expr));
    expect(queries.includes('job=\\"home\\"')).toBe('nas' in asked.home);
    expect(queries.includes('job=\\"home-services\\"')).toBe(asked.homeServices);
  });

  test('what disks cost is told with the figures of the site, and not where it may', () => {
    const alertsOf = (all: typeof groups) => all.find(({ name }) => name === 'budget')?.alerts ?? [];
    const without = ruleGroups({ home: {}, homeServices: false, ocpus: 2, reclaimable: false, own: [] });

    expect(alertsOf(groups).at(-1)?.expr).toMatch(/ \+ 100 > 200$/);
    expect(alertsOf(without).map(({ alert }) => alert)).toEqual(['NodeNearlyFull']);
  });

  test('alerts of the site come last, under the name of the site', () => {
    const own = {
      alert: 'Slow',
      expr: 'up == 0',
      for: '1m',
      severity: 'warning',
      summary: 'Something is slow',
      runbook: 'See docs/slow.md.',
    } as const;
    const groups = ruleGroups({ home: {}, homeServices: false, ocpus: 2, reclaimable: false, own: [own] });
    expect(groups.at(-1)).toEqual({ name: 'site', alerts: [own] });
  });
});
