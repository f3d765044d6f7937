import { keptMetrics, relabel, type ScrapeJob } from '../scrape/index.ts';
import { PROBE } from './modules.ts';

const ANNOTATION = '__meta_kubernetes_service_annotation';

/**
 * Every Service that says of itself that it wants to be probed, called by its name.
 *
 * They are discovered and not listed here, so that another service at home changes nothing in the metrics store.
 */
export function probeJob(prober: string): ScrapeJob {
  return {
    job_name: 'home-services',
    metrics_path: '/probe',
    params: { module: [PROBE] },
    scrape_interval: '1m',
    kubernetes_sd_configs: [{ role: 'service' }],
    relabel_configs: [
      relabel.keepIf(`${ANNOTATION}_prometheus_io_probe`, 'true'),
      {
        source_labels: ['__meta_kubernetes_service_port_name', '__address__'],
        separator: '://',
        regex: '(.+)',
        target_label: '__param_target',
        replacement: '$1/',
      },
      relabel.copy(`${ANNOTATION}_armstead_host`, '__param_hostname'),
      relabel.copy('__meta_kubernetes_service_name', 'instance'),
      { target_label: '__address__', replacement: prober },
    ],
    metric_relabel_configs: [relabel.keepOnly(keptMetrics.prober)],
  };
}
