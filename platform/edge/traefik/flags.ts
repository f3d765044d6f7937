import type { TraefikValues } from './values.ts';

/** A value of the chart, or a group of them. */
type Node = string | number | boolean | readonly string[] | { readonly [key: string]: Node };

/** Groups of values that become flags, with the words by which the flags begin. */
const GROUPS: Readonly<Record<string, (values: TraefikValues) => Node>> = {
  api: ({ api }) => api,
  ping: () => true,
  'providers.kubernetesingressnginx': ({ providers }) => provider(providers.kubernetesIngressNGINX),
  'entrypoints.traefik': ({ ports }) => entryPoint(ports.traefik),
  'entrypoints.metrics': ({ ports }) => entryPoint(ports.metrics),
  'entrypoints.web': ({ ports }) => entryPoint(ports.web),
  'entrypoints.websecure': ({ ports }) => entryPoint(ports.websecure),
  'metrics.prometheus': ({ metrics }) => metrics.prometheus,
  log: ({ log }) => log,
  accesslog: ({ accessLog }) => withoutSwitch(accessLog),
  'global.checknewversion': ({ global }) => global.checkNewVersion,
};

/** Groups that the chart switches on by their bare names. */
const SWITCHES = ['providers.kubernetesingressnginx', 'accesslog', 'metrics.prometheus'];

/**
 * The flags that Traefik's chart makes from its values, for a Traefik that runs without the chart: that is how tests run
 * the very process of which the values speak.
 *
 * Compared with what chart 41.3.0 renders, on 2026-11-27: the same flags.
 *
 * @param folder where the file lies that the chart writes into a folder of its own
 */
export function traefikFlags(values: TraefikValues, folder: string): string[] {
  const { watch } = values.providers.file;
  const file = [`--providers.file.directory=${folder}`, `--providers.file.watch=${watch}`];
  const flags = Object.entries(GROUPS).flatMap(([prefix, group]) => flagsOf(prefix, group(values)));
  return [...SWITCHES.map((name) => `--${name}=true`), ...file, ...flags, ...values.additionalArguments];
}

function flagsOf(name: string, value: Node): string[] {
  if (Array.isArray(value)) return value.length > 0 ? [`--${name}=${value.join(',')}`] : [];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => flagsOf(`${name}.${key.toLowerCase()}`, inner));
  }
  return [`--${name}=${value}`];
}

type Provider = TraefikValues['providers']['kubernetesIngressNGINX'];

/** Of a Service to publish that is switched off, the chart says nothing. */
function provider({ publishService: _off, ...rest }: Provider): Node {
  return withoutSwitch(rest);
}

type EntryPoint = TraefikValues['ports'][keyof TraefikValues['ports']];

/** Of a switch that is off, `insecure` for instance, the chart says nothing. */
function entryPoint({ port, http, ...rest }: EntryPoint): Node {
  const { proxyProtocol, forwardedHeaders, transport } = { ...OPEN_TO_NOBODY, ...rest };
  return {
    address: `:${port}/tcp`,
    http: { ...http, ...('tls' in http && { tls: http.tls.enabled }) },
    proxyprotocol: { trustedips: proxyProtocol.trustedIPs },
    forwardedheaders: { trustedips: forwardedHeaders.trustedIPs },
    transport,
  };
}

/** Entry points of the cluster's own: nobody announces a client there. */
const OPEN_TO_NOBODY = {
  proxyProtocol: { trustedIPs: [] },
  forwardedHeaders: { trustedIPs: [] },
  transport: {},
} as const;

function withoutSwitch<Group extends { readonly enabled: boolean }>({ enabled: _enabled, ...rest }: Group) {
  return rest;
}
