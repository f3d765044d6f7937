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
} as const;

/** An upstream Helm chart at an exact version. */
export interface ChartPin {
  readonly repository: string;
  readonly name: string;
  readonly version: string;
}

export const charts = {
  // renovate: datasource=helm depName=argo-cd registryUrl=https://argoproj.github.io/argo-helm
  argoCd: { repository: 'https://argoproj.github.io/argo-helm', name: 'argo-cd', version: '10.3.3' },
} as const satisfies Readonly<Record<string, ChartPin>>;
