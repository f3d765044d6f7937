import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RuleGroup, rulesYaml } from '../../constructs/monitoring-stack/rules/index.ts';
import { teamRules } from '../../constructs/monitoring-stack/teams/index.ts';
import { inFolder, runs, testWith } from '../support/programs.ts';
import { shop } from '../support/watched-teams.ts';
import { type Cases, fires, silent } from './rules/case.ts';
import { silence, unitTests } from './rules/unit-tests.ts';
import { cron, edge, resources } from './teams/other-cases.ts';
import { restartOfTheNode, rollingRelease } from './teams/release.ts';
import { releases, serving, warming } from './teams/serving-cases.ts';

/** A busy machine plays a situation in two or three seconds. */
const LONG = 180_000;

const byKind: Readonly<Record<string, Cases>> = { serving, warming, releases, cron, resources, edge };
const cases: Cases = Object.assign({}, ...Object.values(byKind));
const groups = teamRules([shop]).shop as readonly RuleGroup[];
const [generated, ofTeam, ofService] = groups as [RuleGroup, RuleGroup, RuleGroup];

/** Lets vmalert-tool play series against a group. */
function play(group: RuleGroup, tests: string): void {
  inFolder((folder) => {
    writeFileSync(join(folder, 'rules.yaml'), rulesYaml([group]));
    const file = join(folder, 'test.yaml');
    writeFileSync(file, tests);
    runs('vmalert-tool', ['unittest', `--files=${file}`, '--disableAlertgroupLabel', '--loggerLevel=WARN']);
  });
}

describe('alerts that a team has without stating them', () => {
  test('each have a situation in which they fire and one in which they are silent', () => {
    expect(Object.keys(cases).sort()).toEqual(generated.alerts.map(({ alert }) => alert).sort());
    const kinds = Object.entries(cases).map(([alert, all]) => [
      alert,
      all.some(({ alerts }) => alerts.length > 0),
      all.some(({ alerts }) => alerts.length === 0),
    ]);
    expect(kinds.filter(([, fired, quiet]) => !(fired && quiet))).toEqual([]);
  });

  for (const [name, some] of Object.entries(byKind)) {
    testWith(
      ['vmalert-tool'],
      `${name}: fire when they should and are silent when they should`,
      () => {
        const alerts = generated.alerts.filter(({ alert }) => some[alert]);
        play({ ...generated, alerts }, unitTests(generated, some));
      },
      LONG,
    );
  }

  testWith(
    ['vmalert-tool'],
    'are all silent in each minute of a rolling release that warms for eight of ten minutes',
    () => {
      play(generated, silence(generated, 'a rolling release', rollingRelease, 40));
    },
    LONG,
  );

  testWith(
    ['vmalert-tool'],
    'are all silent when the node restarts within three minutes',
    () => {
      play(generated, silence(generated, 'a restart', restartOfTheNode, 30));
    },
    LONG,
  );
});

/** Series that mean that nobody fills a basket, of some service. */
function baskets(labels: string) {
  return { [`baskets_created_total{${labels},instance="x"}`]: '7x60' };
}

const BASKETS = 'Nobody fills a basket';

describe('alerts that are stated', () => {
  testWith(['vmalert-tool'], 'for a service see it alone, in its environment alone', () => {
    const own = 'team="shop",environment="prod",service="storefront"';
    play(
      ofService,
      unitTests(ofService, {
        BasketsEmpty: [
          fires('when its own series say so', '20m', baskets(own), { instance: 'x', service: 'storefront' }, BASKETS),
          silent('for another service', '20m', baskets(own.replace('storefront', 'admin'))),
          silent('for another environment', '20m', baskets(own.replace('prod', 'staging'))),
          silent('for another team', '20m', baskets(own.replace('shop', 'search'))),
        ],
      }),
    );
  });

  testWith(['vmalert-tool'], 'for a team see all of its services, in its environment alone', () => {
    const orders = (labels: string) => ({ [`orders_total{${labels}}`]: '7x90' });
    play(
      ofTeam,
      unitTests(ofTeam, {
        ShopQuiet: [
          fires(
            'when no service has orders',
            '80m',
            orders('team="shop",environment="prod",service="admin"'),
            {},
            BASKETS,
          ),
          silent('for another team', '80m', orders('team="search",environment="prod",service="api"')),
        ],
      }),
    );
  });
});
