import { parse, stringify } from 'yaml';
import type { ScrapeConfig, ScrapeJob } from '../../../constructs/monitoring-stack/scrape/index.ts';

/** A target on this machine, with what the discovery of a cluster would know of it. */
export interface Target {
  readonly address: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * The configuration of a site with targets on this machine.
 *
 * Only how a target is found and reached changes, and the pace; what becomes of targets and samples stays as it is.
 */
export function onThisMachine(config: ScrapeConfig, targets: Readonly<Record<string, readonly Target[]>>): string {
  const jobs = config.scrape_configs.map((job) => jobHere(job, targets[job.job_name] ?? []));
  // A busy machine answers late, and the samples of a target that is too late count as gone.
  return stringify({ global: { scrape_interval: '5s', scrape_timeout: '5s' }, scrape_configs: jobs });
}

function jobHere(job: ScrapeJob, targets: readonly Target[]) {
  const { kubernetes_sd_configs, static_configs, scheme, tls_config, bearer_token_file, ...kept } = job;
  return { ...kept, static_configs: targets.map(({ address, labels = {} }) => ({ targets: [address], labels })) };
}

/** A pod as the discovery of a cluster knows it. */
export function aPod(name: string, port: number, more: Readonly<Record<string, string>> = {}): Target {
  return {
    address: `127.0.0.1:${port}`,
    labels: {
      __meta_kubernetes_namespace: 'monitoring',
      __meta_kubernetes_pod_annotation_prometheus_io_port: `${port}`,
      __meta_kubernetes_pod_annotation_prometheus_io_scrape: 'true',
      __meta_kubernetes_pod_container_init: 'false',
      __meta_kubernetes_pod_ip: '127.0.0.1',
      __meta_kubernetes_pod_label_app_kubernetes_io_name: name,
      __meta_kubernetes_pod_name: `${name}-1`,
      __meta_kubernetes_pod_node_name: '10.0.10.10',
      __meta_kubernetes_pod_phase: 'Running',
      ...more,
    },
  };
}

interface AlertsConfig {
  readonly route: { group_wait: string };
  readonly receivers: readonly { name: string; webhook_configs?: { url_file?: string; url?: string }[] }[];
}

/**
 * The routes of a site with receivers on this machine.
 *
 * Only the address of each webhook changes, which older Alertmanagers cannot read from a file, and the pace.
 */
export function alertsOnThisMachine(yaml: string, address: (receiver: string) => string): string {
  const config = parse(yaml) as AlertsConfig;
  config.route.group_wait = '1s';
  for (const { name, webhook_configs: hooks = [] } of config.receivers) {
    for (const hook of hooks) {
      delete hook.url_file;
      hook.url = address(name);
    }
  }
  return stringify(config);
}
