import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import type { KubeObject } from '../../kubernetes/object.ts';
import { planSite } from '../../site/plan/index.ts';
import everything from '../fixtures/accepted/everything.ts';
import { inFolder, runs, testWith } from '../support/programs.ts';
import { aSite, manifestsOfPlan } from '../support/site.ts';
import { aTeam, releasedEverywhere } from '../support/teams.ts';

const site = aSite({ ...everything, teams: { shop: aTeam({ notify: { slack: 'alerts-slack' } }) } });
const manifests = manifestsOfPlan(planSite(site, undefined, releasedEverywhere(site)));

/** A file of a ConfigMap in the folder monitoring, as the program of that name reads it. */
function configuration(name: string, file: string): string {
  const map = manifests.find(({ folder, object }) => folder === 'monitoring' && isConfig(object, name));
  if (!map) throw new Error(`there is no ConfigMap ${name}`);
  return (map.object as KubeObject & { data: Record<string, string> }).data[file] as string;
}

function isConfig({ kind, metadata }: KubeObject, name: string): boolean {
  return kind === 'ConfigMap' && metadata.name === name;
}

/** Lends the path of a file with this text. */
function withFile(name: string, text: string, work: (path: string) => void): void {
  inFolder((folder) => {
    const path = join(folder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
    work(path);
  });
}

/** The receivers that hear of an alert with these labels. */
function receivers(labels: Readonly<Record<string, string>>): string[] {
  let answer = '';
  withFile('alerts.yaml', configuration('alerts', 'alerts.yaml'), (path) => {
    const wanted = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    answer = runs('amtool', ['config', 'routes', 'test', `--config.file=${path}`, ...wanted]);
  });
  return answer.trim().split(',');
}

describe('every file of a site with every field', () => {
  testWith(['victoria-metrics'], 'of scraping is read by VictoriaMetrics without a word it does not know', () => {
    withFile('scrape.yaml', configuration('metrics', 'scrape.yaml'), (path) => {
      runs('victoria-metrics', ['-dryRun', `-promscrape.config=${path}`]);
    });
  });

  testWith(['vmalert'], 'of rules is read by vmalert, templates and all', () => {
    for (const name of ['rules', 'rules-site']) {
      withFile('rules.yaml', configuration(name, 'rules.yaml'), (path) => {
        runs('vmalert', ['-dryRun', `-rule=${path}`]);
      });
    }
  });

  testWith(['blackbox_exporter'], 'of probes is read by the prober', () => {
    withFile('modules.yaml', configuration('prober', 'modules.yaml'), (path) => {
      runs('blackbox_exporter', ['--config.check', `--config.file=${path}`]);
    });
  });

  testWith(['amtool'], 'of receivers is read by Alertmanager', () => {
    withFile('alerts.yaml', configuration('alerts', 'alerts.yaml'), (path) => {
      expect(runs('amtool', ['check-config', path])).toContain('4 receivers');
    });
    const silent = configuration('alerts', 'alerts.yaml').replace('hello: example.org', 'greeting: example.org');
    withFile('alerts.yaml', silent, (path) => {
      expect(() => runs('amtool', ['check-config', path])).toThrow('greeting');
    });
  });
});

describe('alerts', () => {
  testWith(['amtool'], 'are heard by everybody, whatever their severity', () => {
    expect(receivers({ alertname: 'NodeDiskFilling', severity: 'critical' })).toEqual(['everybody']);
    expect(receivers({ alertname: 'JobFailed', severity: 'warning' })).toEqual(['everybody']);
  });

  testWith(['amtool'], 'of a team in one environment go to the team alone, whatever their severity', () => {
    const ofTeam = { team: 'shop', environment: 'prod', alertname: 'ShopErrors' };
    expect(receivers({ ...ofTeam, severity: 'critical' })).toEqual(['team=shop environment=prod']);
    expect(receivers({ ...ofTeam, severity: 'warning' })).toEqual(['team=shop environment=prod']);
    expect(receivers({ ...ofTeam, severity: 'none' })).toEqual(['nobody']);
    expect(receivers({ ...ofTeam, environment: 'staging', severity: 'critical' })).toEqual(['nobody']);
  });

  testWith(['amtool'], 'for machines go to the heartbeat alone, or to nobody', () => {
    expect(receivers({ alertname: 'Watchdog', severity: 'none' })).toEqual(['heartbeat']);
    expect(receivers({ alertname: 'Other', severity: 'none' })).toEqual(['nobody']);
  });
});

describe('a program of the pinned version', () => {
  testWith(
    ['victoria-metrics', 'vmalert', 'amtool'],
    'is refused a file with a mistake, or else the tests above prove nothing',
    () => {
      const broken = { global: { scrape_intervall: '30s' } };
      withFile('scrape.yaml', JSON.stringify(broken), (path) => {
        expect(() => runs('victoria-metrics', ['-dryRun', `-promscrape.config=${path}`])).toThrow('scrape_intervall');
      });
      const rules = parse(configuration('rules', 'rules.yaml'));
      rules.groups[0].rules[0].expr = 'sum(';
      withFile('rules.yaml', JSON.stringify(rules), (path) => {
        expect(() => runs('vmalert', ['-dryRun', `-rule=${path}`])).toThrow('sum(');
      });
      withFile('alerts.yaml', 'route: { receiver: gone }\nreceivers: []\n', (path) => {
        expect(() => runs('amtool', ['check-config', path])).toThrow('gone');
      });
    },
  );
});
