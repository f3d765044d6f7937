import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkTree } from '../repository/support/git.ts';
import { OUTPUTS } from '../support/outputs.ts';
import { everything, Owners } from './owner.ts';
import { sites } from './sites.ts';

let owners: Owners;
beforeAll(() => {
  owners = new Owners();
});
afterAll(() => owners.remove());

/** A site, what its owner does besides, and the one mistake after which its check is red. */
interface Case {
  readonly platform: string;

  /** What an owner may well have or do; @default - nothing */
  readonly besides?: (site: WorkTree) => void;

  /** What is green. @default - `npm run check`, which is `npm test` without the unit tests */
  readonly command?: 'npm test';

  /** A file that shows what the owner has done, and something in it. @default - nothing */
  readonly shown?: readonly [file: string, text: string];

  readonly mistake: (site: WorkTree) => void;

  /** What the red check tells. */
  readonly told: readonly string[];
}

const METRICS = 'dist/monitoring/deployment.metrics.yaml';

const cases: Readonly<Record<string, Case>> = {
  'minimal, in a style of its own, whose bot has raised a version': {
    platform: `${sites.minimal.replaceAll("'", '"').replaceAll(';', '').replaceAll('  ', '\t')}// later: a home`,
    besides: (site) => {
      site.replace('constructs/versions.ts', /victoria-metrics:v[\d.]+/, 'victoria-metrics:v99.0.0');
      site.write('README.md', '# The platform of the lane\n\nSee [my notes](notes/absent.md).\n');
      site.write('CODEOWNERS', '* @mia\n');
      site.write('notes/later.md', 'Try `npm run nonsense`\n');
      site.write('teams/music.ts', 'export var music = { "name" : "music" }\n');
      site.delete('renovate.json');
    },
    command: 'npm test',
    shown: [METRICS, 'victoria-metrics:v99.0.0'],
    mistake: (site) => site.replace('platform.ts', 'contact:', 'monitoring: { retention: "60d" }, contact:'),
    told: [
      'the site in platform.ts: FAILED (exit code 1)\ndist/ is not what platform.ts gives: 1 file\n',
      `  ${METRICS}  differs\n`,
      '  run npm run synth, look at git diff dist, and commit dist/ together with platform.ts;\n',
    ],
  },
  'with a private repository and a cluster that is built': {
    platform: sites.privateRepository,
    besides: (site) => {
      site.write('site.outputs.json', `${JSON.stringify(OUTPUTS)}\n`);
    },
    shown: ['dist/edge/service.edge-public.yaml', OUTPUTS.loadBalancer.subnet],
    mistake: (site) => site.replace(METRICS, /memory: \d+Mi/, 'memory: 999Mi'),
    told: [
      'dist/ is not what platform.ts gives: 1 file\n',
      `  ${METRICS}  differs\n`,
      '  what somebody wrote into dist/ by hand is then lost: state it in platform.ts\n',
    ],
  },
  'of two nodes': {
    platform: sites.twoNodes,
    mistake: (site) => site.replace('platform.ts', "node: 'two'", "node: 'tow'"),
    told: [
      `platform.ts: 1 problem, nothing was written

  monitoring.node  tow is not the key of a node in cloud.nodes
                   did you mean 'two'?
`,
    ],
  },
  'without a home, with a dashboard of its own': {
    platform: sites.noHome
      .replace(/^/, "import power from './grafana/power.json';\n")
      .replace(/\}\);\n$/, '  monitoring: { dashboards: { power } },\n});\n'),
    besides: (site) => {
      site.write('grafana/power.json', `{"uid":"power",\n\n   "title":"Power",   "panels":[]}`);
    },
    shown: ['dist/monitoring/configmap.dashboards.yaml', 'Power'],
    mistake: (site) => site.replace('platform.ts', 'domain:', 'dommain:'),
    told: ["'dommain' does not exist in type", 'dommain  unknown field\n           did you mean domain?\n'],
  },
  'with ingress-nginx': {
    platform: sites.ingressNginx,
    mistake: (site) => site.write('dist/edge/configmap.mine.yaml', 'kind: ConfigMap\n'),
    told: ['  dist/edge/configmap.mine.yaml  is no file of this site\n'],
  },
  'that states everything, and has released a service of a team': {
    platform: everything.platform,
    besides: (site) => {
      site.write('teams/all.ts', everything.teams);
      site.write('versions/search.json', '{ "api": { "prod": "1.0.0" } }\n');
    },
    shown: ['dist/search-prod-api/deployment.api.yaml', 'image: ghcr.io/acme/search:1.0.0'],
    mistake: (site) => site.replace('package.json', /"yaml": "([\d.]+)"/, '"yaml": "^$1"'),
    told: ['package.json: yaml is requested as ^', '; npm install --save-exact yaml\n'],
  },
};

describe.each(Object.entries(cases))('a site %s', (name, { platform, besides, command, shown, mistake, told }) => {
  let site: WorkTree;
  beforeAll(() => {
    site = owners.owner(name.replaceAll(/\W+/g, '-'), platform, besides);
    if (shown) expect(site.read(shown[0])).toContain(shown[1]);
  });

  test(`has a green ${command ?? 'npm run check'}, which changes nothing`, () => {
    const { status, output } = site.run(command ?? 'npm run check');
    expect(status, output).toBe(0);
    expect(output).toContain('\nthe site in platform.ts: passed\ndist/ is what platform.ts gives: ');
    expect(output).toContain('budget: ');
    expect(site.git('status', '--porcelain')).toBe('');
  });

  test('has a red one after one mistake, which says what to do', () => {
    mistake(site);
    const { status, output } = site.run('npm run check');
    expect(status).toBe(1);
    for (const text of told) expect(output).toContain(text);
    expect(output).toContain('(npm run lint): passed\n');
  });
});
