import { STRICT_TRANSPORT_SECURITY } from '../../../constructs/secure-ingress/index.ts';
import { goEnvironment, type Resources } from '../../../constructs/workload/index.ts';
import { EDGE_CLASS, PLATFORM_PRIORITY } from '../../../site/plan/index.ts';
import { helmResources } from '../../argo-cd/helm-application.ts';
import { CLIENT_BOUNDS } from '../client-bounds.ts';
import { CONTROLLER_LABEL, type ControllerProps, DRAIN_SECONDS } from '../controller.ts';
import { UPLOADS } from '../uploads.ts';

/** What one process of the controller requests. */
export const INGRESS_NGINX_RESOURCES: Resources = {
  cpuMillis: { request: 100, limit: 1000 },
  memoryMebibytes: { request: 320, limit: 640 },
  diskMebibytes: UPLOADS,
  source:
    'values of chart 4.15.1: 100m and 90Mi, raised for the worker processes of two cores and the password files, and for ' +
    'all that strangers may hold: 350 MiB, measured on 2026-11-27 with nginx 1.27.1, see docs/edge.md',
};

/** Part of the memory for the controller itself, in percent; the rest is for nginx, which is not written in Go. */
const CONTROLLER_PERCENT = 25;

/** Seconds that requests have to end once the process takes no more. */
const GRACE_SECONDS = 30;

/** The values of the chart of ingress-nginx; all of its load balancers announce the client's address, or none. */
export function ingressNginxValues({ announcing }: Pick<ControllerProps, 'announcing'>) {
  return {
    global: { image: { registry: 'registry.k8s.io' } },
    controller: {
      replicaCount: 1,
      podLabels: CONTROLLER_LABEL,
      resources: helmResources(INGRESS_NGINX_RESOURCES),
      extraEnvs: goEnvironment(INGRESS_NGINX_RESOURCES, CONTROLLER_PERCENT),
      priorityClassName: PLATFORM_PRIORITY,
      terminationGracePeriodSeconds: DRAIN_SECONDS + GRACE_SECONDS,
      // Ingresses show no address, as with Traefik; left alone, this controller writes that of its node.
      extraArgs: { 'shutdown-grace-period': `${DRAIN_SECONDS}`, 'update-status': 'false' },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      image: { runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: { type: 'RuntimeDefault' } },
      // Service, class and load balancers are objects of ours, in the folder of the edge.
      service: { enabled: false },
      ingressClass: EDGE_CLASS,
      ingressClassResource: { name: EDGE_CLASS, enabled: false, controllerValue: 'k8s.io/ingress-nginx' },
      publishService: { enabled: false },
      watchIngressWithoutClass: false,
      allowSnippetAnnotations: false,
      enableAnnotationValidations: true,
      // Its Jobs are hooks of Helm, and the API server of this cluster refuses no Ingress that was checked here.
      admissionWebhooks: { enabled: false },
      config: configuration(announcing),
      metrics: { enabled: true },
      podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '10254' },
    },
    defaultBackend: { enabled: false },
  } as const;
}

/** What the controller's ConfigMap holds, so that it does what Traefik does; every value is a text. */
function configuration(announcing: readonly string[]) {
  return {
    hsts: 'false',
    'global-allowed-response-headers': STRICT_TRANSPORT_SECURITY,
    'limit-req-status-code': '429',
    'use-forwarded-headers': 'false',
    'strict-validate-path-type': 'true',
    'server-tokens': 'false',
    'log-format-escape-json': 'true',
    'upstream-keepalive-timeout': '4',
    ...BOUNDS,
    ...(announcing.length > 0 && { 'use-proxy-protocol': 'true', 'proxy-real-ip-cidr': announcing.join(',') }),
  };
}

/** Kibibytes of the longest line among a request's headers: a cookie of 4 KiB, the most a browser keeps, fits twice. */
const LINE_KIBIBYTES = 8;

/** Requests of an HTTP/2 connection at a time: each can cost nginx 70 KiB, half as much again as Traefik. */
const STREAMS = CLIENT_BOUNDS.streams / 2;

/**
 * What one client can hold. Uploads need no more: nginx counts the seconds between two parts of a body, not all of them.
 *
 * Each worker takes 1024 connections, those to services among them.
 */
const BOUNDS = {
  'large-client-header-buffers': `${CLIENT_BOUNDS.headerKibibytes / LINE_KIBIBYTES} ${LINE_KIBIBYTES}k`,
  'http2-max-concurrent-streams': `${STREAMS}`,
  'keep-alive': `${CLIENT_BOUNDS.idleSeconds}`,
  'client-header-timeout': '60',
  'client-body-timeout': '60',
  'worker-processes': '2',
  'max-worker-connections': '1024',
} as const;
