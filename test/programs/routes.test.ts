import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { alertmanagerYaml } from '../../constructs/monitoring-stack/alerts/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { inFolder, runs, testWith } from '../support/programs.ts';
import { aSite } from '../support/site.ts';
import { aTeam, releasedEverywhere } from '../support/teams.ts';

/** Two teams in every environment, of which one has receivers of its own. */
const site = aSite({
  environments: { prod: {}, staging: {}, preview: {} },
  monitoring: { notify: { telegram: 'alerts-telegram' } },
  teams: { shop: aTeam({ notify: { slack: 'alerts-slack' } }), search: aTeam() },
});

const plan = planSite(site, undefined, releasedEverywhere(site));
const { routes } = plan.monitoring;
const config = alertmanagerYaml({ receivers: routes[0].receivers, routes: routes.slice(1) });

/** Who hears of an alert with these labels. */
function heard(labels: Readonly<Record<string, string>>): string {
  let answer = '';
  inFolder((folder) => {
    const file = join(folder, 'alerts.yaml');
    writeFileSync(file, config);
    const wanted = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    answer = runs('amtool', ['config', 'routes', 'test', `--config.file=${file}`, ...wanted]).trim();
  });
  return answer;
}

describe('an alert', () => {
  for (const {
    owner: { team, environment },
  } of plan.teams) {
    for (const severity of ['critical', 'warning']) {
      testWith(['amtool'], `of ${team} in ${environment} that is ${severity} reaches whom it should`, () => {
        const first = team === 'shop' ? 'team=shop environment=prod' : 'everybody';
        const expected = environment === 'prod' ? first : 'nobody';
        expect(heard({ alertname: 'ServiceDown', team, environment, severity, service: 'x' })).toBe(expected);
        expect(heard({ alertname: 'ShopQuiet', team, environment, severity })).toBe(expected);
      });
    }
  }

  testWith(['amtool'], 'of a team that is not there any more reaches those who hear of the platform', () => {
    expect(heard({ alertname: 'PodEvicted', team: 'gone', environment: 'staging', severity: 'warning' })).toBe(
      'everybody',
    );
  });

  testWith(['amtool'], 'is in a configuration that Alertmanager reads', () => {
    inFolder((folder) => {
      const file = join(folder, 'alerts.yaml');
      writeFileSync(file, config);
      expect(runs('amtool', ['check-config', file])).toContain('3 receivers');
    });
  });
});
