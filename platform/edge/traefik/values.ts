import { STRICT_TRANSPORT_SECURITY } from '../../../constructs/secure-ingress/index.ts';
import { imageParts, images } from '../../../constructs/versions.ts';
import { goEnvironment, type Resources } from '../../../constructs/workload/index.ts';
import { EDGE_CLASS, PLATFORM_PRIORITY } from '../../../site/plan/index.ts';
import { helmResources } from '../../argo-cd/helm-application.ts';
import { CLIENT_BOUNDS } from '../client-bounds.ts';
import { CONTROLLER_LABEL, type ControllerProps, DRAIN_SECONDS } from '../controller.ts';
import { UPLOADS } from '../uploads.ts';
import { IDENTITY, type TraefikFile, traefikFile } from './front/index.ts';

/** What one process of Traefik requests. */
export const TRAEFIK_RESOURCES: Resources = {
  cpuMillis: { request: 50, limit: 1000 },
  memoryMebibytes: { request: 384, limit: 768 },
  diskMebibytes: UPLOADS,
  source:
    'measured on 2026-11-22: Traefik 3.7.9 with 4 Ingresses on x86-64, 106 MiB resident at rest, 135 MiB while 50 ' +
    'clients sent 200 requests a second of 200 kB each; the rest for all that strangers may hold, see docs/edge.md; CPU ' +
    'for the TLS handshakes of a small site',
};

/** Ports of the process; Kubernetes lets it take none below 1024. */
const PORTS = { web: 8000, websecure: 8443, traefik: 8080, metrics: 9100 } as const;

/** Seconds that requests have to end once the process takes no more. */
const GRACE_SECONDS = 30;

/**
 * The values of Traefik's chart.
 *
 * @param content of the file that Traefik reads beside the Ingresses
 */
export function traefikValues(props: ControllerProps, content: TraefikFile = traefikFile([])) {
  return {
    image: imageParts(images.traefik),
    deployment: {
      replicas: 1,
      // Said in `env`, as for every program here.
      goMemLimitPercentage: 0,
      podLabels: CONTROLLER_LABEL,
      terminationGracePeriodSeconds: DRAIN_SECONDS + GRACE_SECONDS,
      lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
    },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    ...HARDENED,
    resources: helmResources(TRAEFIK_RESOURCES),
    env: goEnvironment(TRAEFIK_RESOURCES),
    priorityClassName: PLATFORM_PRIORITY,
    // Service, class and load balancers are objects of ours, in the folder of the edge.
    service: { enabled: false },
    ingressClass: { enabled: false },
    gateway: { enabled: false },
    gatewayClass: { enabled: false },
    api: { dashboard: false, insecure: false, debug: false },
    ingressRoute: { dashboard: { enabled: false }, healthcheck: { enabled: false } },
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    providers: { ...PROVIDERS, file: { enabled: true, watch: true, content } },
    // The chart has no value for it.
    additionalArguments: Object.keys(PORTS).map(
      (name) => `--entrypoints.${name}.http2.maxconcurrentstreams=${CLIENT_BOUNDS.streams}`,
    ),
    ports: {
      traefik: { port: PORTS.traefik, http: HEADERS },
      metrics: { port: PORTS.metrics, http: HEADERS },
      web: { port: PORTS.web, ...entrance(props), http: REQUESTS },
      websecure: { port: PORTS.websecure, ...entrance(props), http: { ...REQUESTS, tls: { enabled: true } } },
    },
    metrics: { prometheus: { entryPoint: 'metrics', addRoutersLabels: true, addServicesLabels: true } },
    log: { level: 'INFO', format: 'json' },
    accessLog: ACCESS_LOG,
  } as const;
}

/** What the chart is told. */
export type TraefikValues = ReturnType<typeof traefikValues>;

const HARDENED = {
  podSecurityContext: {
    runAsUser: 65_532,
    runAsGroup: 65_532,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
} as const;

/** One provider reads Ingresses, one a file of ours; all others stay off, so that no other kind of object opens a way in. */
const PROVIDERS = {
  kubernetesCRD: { enabled: false },
  kubernetesGateway: { enabled: false },
  kubernetesIngress: { enabled: false },
  kubernetesIngressNGINX: {
    enabled: true,
    controllerClass: 'k8s.io/ingress-nginx',
    ingressClass: EDGE_CLASS,
    ingressClassByName: false,
    watchIngressWithoutClass: false,
    allowSnippetAnnotations: false,
    allowCrossNamespaceResources: false,
    strictValidatePathType: true,
    disableSvcExternalName: false,
    // Ingresses show no address: it would be that of the public load balancer, also for hosts that are at home alone.
    publishService: { enabled: false },
    globalAllowedResponseHeaders: [STRICT_TRANSPORT_SECURITY],
    // Below the 5 seconds after which Node.js closes an idle connection: a request that meets the end of one is lost.
    upstreamKeepaliveTimeout: 4,
    httpEntryPoint: 'web',
    httpsEntryPoint: 'websecure',
  },
} as const;

/** Query parameters stay out of the log: codes of a sign-on and keys of applications stand there. */
const ACCESS_LOG = {
  enabled: true,
  format: 'json',
  fields: { defaultMode: 'keep', headers: { defaultMode: 'drop' }, queryParameters: { defaultMode: 'drop' } },
} as const;

/** How much a request may say before its body; more gets 431. */
const HEADERS = { maxHeaderBytes: CLIENT_BOUNDS.headerKibibytes * 1024 } as const;

/**
 * What is done to every request before it is looked at.
 *
 * Paths are made plain (`//`, `/../`), and a header with an underscore goes: many services take `X_Forwarded_User` for
 * `X-Forwarded-User`, which only the sign-on may set. The other spellings of identity go by the file.
 */
const REQUESTS = {
  ...HEADERS,
  middlewares: [`${IDENTITY}@file`],
  sanitizePath: true,
  underscoreHeadersStrategy: 'delete',
  encodedCharacters: { allowEncodedNullCharacter: false, allowEncodedBackSlash: false },
} as const;

/** Traefik has one time-out for headers and body together. */
function entrance({ announcing, uploadSeconds }: ControllerProps) {
  return {
    proxyProtocol: { insecure: false, trustedIPs: announcing },
    forwardedHeaders: { insecure: false, trustedIPs: [] },
    transport: {
      respondingTimeouts: { readTimeout: `${uploadSeconds}s`, idleTimeout: `${CLIENT_BOUNDS.idleSeconds}s` },
      lifeCycle: { graceTimeOut: `${GRACE_SECONDS}s` },
    },
  } as const;
}
