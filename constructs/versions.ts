/**
 * Every image and chart that a site runs, each at an exact version.
 *
 * The line above a pin tells the bot that raises it where to look. Every image exists for arm64, which CI asks the
 * registries themselves.
 */
export const images = {
  /** Prepares directories on the nodes' disks. */
  // renovate: datasource=docker depName=docker.io/library/busybox
  busybox: 'docker.io/library/busybox:1.37.0',

  /** Brings Argo CD into an empty cluster. */
  // renovate: datasource=docker depName=docker.io/alpine/k8s
  helmAndKubectl: 'docker.io/alpine/k8s:1.36.1',

  /** Does nothing, for the container of a pod that only its init container is for. */
  // renovate: datasource=docker depName=registry.k8s.io/pause
  pause: 'registry.k8s.io/pause:3.10.1',

  // renovate: datasource=docker depName=docker.io/victoriametrics/victoria-metrics
  victoriaMetrics: 'docker.io/victoriametrics/victoria-metrics:v1.150.0',

  // renovate: datasource=docker depName=docker.io/victoriametrics/vmalert
  vmalert: 'docker.io/victoriametrics/vmalert:v1.150.0',

  // renovate: datasource=docker depName=docker.io/prom/alertmanager
  alertmanager: 'docker.io/prom/alertmanager:v0.34.2',

  // renovate: datasource=docker depName=docker.io/grafana/grafana
  grafana: 'docker.io/grafana/grafana:13.2.0',

  // renovate: datasource=docker depName=registry.k8s.io/kube-state-metrics/kube-state-metrics
  kubeStateMetrics: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.18.0',

  // renovate: datasource=docker depName=docker.io/prom/node-exporter
  nodeExporter: 'docker.io/prom/node-exporter:v1.12.1',

  // renovate: datasource=docker depName=docker.io/victoriametrics/victoria-logs
  victoriaLogs: 'docker.io/victoriametrics/victoria-logs:v1.52.0',

  // renovate: datasource=docker depName=docker.io/victoriametrics/vlagent
  vlagent: 'docker.io/victoriametrics/vlagent:v1.52.0',

  // renovate: datasource=docker depName=registry.k8s.io/metrics-server/metrics-server
  metricsServer: 'registry.k8s.io/metrics-server/metrics-server:v0.8.1',
} as const;

/** Plugins that Grafana fetches from its own catalogue, by their names there and exact versions. */
export const grafanaPlugins = {
  // renovate: datasource=github-releases depName=VictoriaMetrics/victorialogs-datasource
  logs: 'victoriametrics-logs-datasource:v0.19.3',
} as const;

/** An upstream Helm chart at an exact version. */
export interface ChartPin {
  readonly repository: string;
  readonly name: string;
  readonly version: string;
}

export const charts = {
  // renovate: datasource=helm depName=external-secrets registryUrl=https://charts.external-secrets.io
  externalSecrets: { repository: 'https://charts.external-secrets.io', name: 'external-secrets', version: '2.9.0' },

  // renovate: datasource=helm depName=argo-cd registryUrl=https://argoproj.github.io/argo-helm
  argoCd: { repository: 'https://argoproj.github.io/argo-helm', name: 'argo-cd', version: '10.3.3' },
} as const satisfies Readonly<Record<string, ChartPin>>;
