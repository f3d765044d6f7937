import type { Relabel } from './scrape-config.ts';

/** What the discovery knows of a target's pod. */
const POD = '__meta_kubernetes_pod';

/** Keeps a target only if a label of the discovery has this value. */
export function keepIf(label: string, value: string): Relabel {
  return { source_labels: [label], regex: value, action: 'keep' };
}

/** Drops a target if a label of the discovery has this value. */
export function dropIf(label: string, value: string): Relabel {
  return { source_labels: [label], regex: value, action: 'drop' };
}

/** Keeps the samples of these metrics and nothing else. */
export function keepOnly(metrics: readonly string[]): Relabel {
  return keepIf('__name__', metrics.join('|'));
}

/** Copies a label of the discovery, where it is set. */
export function copy(label: string, target: string): Relabel {
  return { source_labels: [label], regex: '(.+)', target_label: target };
}

/** Scheme, path and port as the annotations `prometheus.io/...` of a pod or a Service state them. */
export function asAnnotated(annotations: string): Relabel[] {
  return [
    { source_labels: [`${annotations}_scheme`], regex: '(https?)', target_label: '__scheme__' },
    copy(`${annotations}_path`, '__metrics_path__'),
    {
      source_labels: [`${POD}_ip`, `${annotations}_port`],
      separator: ':',
      regex: '(.+:\\d+)',
      target_label: '__address__',
    },
  ];
}

/**
 * Labels that tell where a target runs and whose it is.
 *
 * The name of the pod stands for its address too, so that a series does not change twice when a pod is replaced.
 */
export const whereItRuns: readonly Relabel[] = [
  copy('__meta_kubernetes_namespace', 'namespace'),
  copy(`${POD}_name`, 'instance'),
  copy(`${POD}_node_name`, 'node'),
  copy(`${POD}_label_team`, 'team'),
  copy(`${POD}_label_environment`, 'environment'),
  copy(`${POD}_label_service`, 'service'),
];

/** Name of the workload as the job of a pod. */
export const jobFromPod = copy(`${POD}_label_app_kubernetes_io_name`, 'job');

/** Pods that have ended, or have not begun, have nothing to scrape. */
export const running = dropIf(`${POD}_phase`, 'Pending|Succeeded|Failed');

/** Containers that have ended before the pod serves. */
export const noInitContainers = dropIf(`${POD}_container_init`, 'true');
