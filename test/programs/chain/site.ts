import { alertmanagerYaml } from '../../../constructs/monitoring-stack/alerts/index.ts';
import { freeTierPart, homePart } from '../../../constructs/monitoring-stack/index.ts';
import { probeJob } from '../../../constructs/monitoring-stack/probes/index.ts';
import { rulesYaml } from '../../../constructs/monitoring-stack/rules/index.ts';
import { type ScrapeConfig, scrapeConfig } from '../../../constructs/monitoring-stack/scrape/index.ts';
import { nodeAgentsPart } from '../../../constructs/node-agents/index.ts';
import { argoCdPart } from '../../../platform/argo-cd/index.ts';
import { rulesWith } from '../../support/monitoring.ts';
import { alertsOnThisMachine } from './rewritten.ts';

const targets = { nas: '192.168.4.10:9100', tv: '192.168.4.11:9100' };

const parts = [nodeAgentsPart, argoCdPart, homePart({ targets, services: true }), freeTierPart({ ocpus: 2 })];

const own = {
  alert: 'ShopErrors',
  expr: 'shop_errors > 3',
  for: '0s',
  severity: 'critical',
  summary: '{{ $labels.instance }} has {{ $value }} errors',
  runbook: 'See docs/shop.md.',
} as const;

/**
 * What the site scrapes.
 *
 * @param prober port of this machine at which the prober listens
 */
export function scrape(prober: number): ScrapeConfig {
  const jobs = parts.flatMap(({ scrape: ofPart = [] }) => ofPart);
  const here = probeJob(`127.0.0.1:${prober}`);
  return scrapeConfig({
    clusterState: 'cluster-state:8080',
    jobs: jobs.map((job) => (job.job_name === here.job_name ? here : job)),
  });
}

/** The rules of the site, asked every few seconds. */
export function rulesAtOurPace(): string {
  const yaml = rulesYaml(rulesWith(parts, { own: [own] }));
  return yaml.replaceAll('interval: 1m', 'interval: 3s');
}

/** The routes of the site, which all lead to a port of this machine. */
export function alertsConfig(receiver: number): string {
  const yaml = alertmanagerYaml({
    receivers: { webhook: { secret: 'alerts-webhook' } },
    heartbeat: 'alerts-heartbeat',
  });
  return alertsOnThisMachine(yaml, (name) => `http://127.0.0.1:${receiver}/${name}`);
}
