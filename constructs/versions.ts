/**
 * Every image and chart that a site runs, each at an exact version.
 *
 * The remark beside or above a pin tells the bot that raises it where to look; it adds the digest of each image, after
 * which nobody can put another one under the same tag. Every image exists for arm64, which CI checks with the registries
 * themselves.
 */
export const images = {
  /** Prepares directories on the nodes' disks. */
  busybox: 'docker.io/library/busybox:1.37.0', // renovate: datasource=docker

  /** Brings Argo CD into an empty cluster. */
  helmAndKubectl: 'docker.io/alpine/k8s:1.36.1', // renovate: datasource=docker

  /** Signs people on. */
  oauth2Proxy: 'quay.io/oauth2-proxy/oauth2-proxy:v7.15.4', // renovate: datasource=docker

  /** Does nothing, for the container of a pod that only its init container is for. */
  pause: 'registry.k8s.io/pause:3.10.1', // renovate: datasource=docker

  /** What the chart of Traefik runs. */
  traefik: 'docker.io/library/traefik:v3.7.11', // renovate: datasource=docker

  victoriaMetrics: 'docker.io/victoriametrics/victoria-metrics:v1.150.0', // renovate: datasource=docker

  vmalert: 'docker.io/victoriametrics/vmalert:v1.150.0', // renovate: datasource=docker

  alertmanager: 'docker.io/prom/alertmanager:v0.34.2', // renovate: datasource=docker

  grafana: 'docker.io/grafana/grafana:13.2.3', // renovate: datasource=docker

  /** Probes services at home. */
  blackboxExporter: 'docker.io/prom/blackbox-exporter:v0.28.0', // renovate: datasource=docker

  kubeStateMetrics: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.18.0', // renovate: datasource=docker

  nodeExporter: 'docker.io/prom/node-exporter:v1.12.1', // renovate: datasource=docker

  victoriaLogs: 'docker.io/victoriametrics/victoria-logs:v1.52.0', // renovate: datasource=docker

  vlagent: 'docker.io/victoriametrics/vlagent:v1.52.0', // renovate: datasource=docker

  metricsServer: 'registry.k8s.io/metrics-server/metrics-server:v0.8.1', // renovate: datasource=docker
} as const;

/** Plugins that Grafana fetches from its own catalogue, by their names there and exact versions. */
export const grafanaPlugins = {
  // renovate: datasource=github-releases depName=VictoriaMetrics/victorialogs-datasource
  logs: 'victoriametrics-logs-datasource:v0.28.0',
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

  // renovate: datasource=helm depName=cert-manager registryUrl=https://charts.jetstack.io
  certManager: { repository: 'https://charts.jetstack.io', name: 'cert-manager', version: 'v1.21.1' },

  /** The last one: upstream ended in March 2026. */
  // renovate: datasource=helm depName=ingress-nginx registryUrl=https://kubernetes.github.io/ingress-nginx
  ingressNginx: { repository: 'https://kubernetes.github.io/ingress-nginx', name: 'ingress-nginx', version: '4.15.1' },

  // renovate: datasource=helm depName=traefik registryUrl=https://traefik.github.io/charts
  traefik: { repository: 'https://traefik.github.io/charts', name: 'traefik', version: '41.3.0' },
} as const satisfies Readonly<Record<string, ChartPin>>;

/** An image as charts want it: its registry, its path there and its version, behind which its digest may stand. */
export function imageParts(image: string) {
  const [, registry, repository, tag] = /^([^/]+)\/([^:@]+):(.+)$/.exec(image) ?? [];
  if (!registry || !repository || !tag) throw new Error(`${image} is not an image with registry, path and version`);
  return { registry, repository, tag };
}
