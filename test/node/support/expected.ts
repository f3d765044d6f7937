/** Jobs whose pods come by Helm charts, which are left out here: `PartMissing` misses them rightly. */
export const ABSENT_TARGETS = ['argocd-application-controller', 'cert-manager', 'edge'];

/** Every target of the example site that can exist here, with what `up` says of it. */
export const TARGETS = [
  'alerts 1',
  'api-server kubernetes.default.svc:443 1',
  'cluster-state 1',
  'containers 10.0.10.10 1',
  'dashboards 1',
  'home nas 1',
  'home-services nas 1',
  'home-services notes 1',
  'home-services photos 1',
  'home-services weather 1',
  'kubelet 10.0.10.10 1',
  'log-collector 1',
  'logs 1',
  'metrics 1',
  'node-metrics 1',
  'prober 1',
  'rules 1',
  'sign-on 1',
];

/** Containers that write nothing, so that no line of theirs can arrive. */
export const SILENT = ['idle'];

/** Panels whose data come from what is not here: cert-manager, Argo CD and Traefik as pods of their charts. */
export const DASHBOARDS_WITHOUT_DATA: readonly string[] = [
  'certificates: Certificates',
  'certificates: Next end',
  'certificates: Not ready',
  "certificates: Requests to Let's Encrypt",
  'cluster: Applications',
  'edge: Failed',
  'edge: Open connections',
  'edge: Requests by answer',
  'edge: Requests by service',
  'edge: Requests in a second',
  'edge: Time to answer',
];

/**
 * The least that a container requests, whatever it uses: on a node whose processors are all busy each gets time in
 * proportion to its request, and below this a probe would not be answered in time; less memory is no limit that runtimes
 * accept.
 */
export const FLOOR = { millis: 5, mebibytes: 8 } as const;

/**
 * Containers that request for more than the example brings: metrics for 20,000 series, logs for 1 GB a day, and Grafana,
 * for which something smaller stands in.
 */
export const FOR_MORE_THAN_HERE = ['monitoring/dashboards', 'monitoring/logs', 'monitoring/metrics'];
