import type { TraefikValues } from './values.ts';

/** A value of the chart, or a group of them. */
type Node = string | number | boolean | readonly string[] | { readonly [key: string]: Node };

/** Groups of values that become flags, with the words by which the flags begin. */
const GROUPS: Readonly<Record<string, (values: TraefikValues) => Node>> = {
  'providers.kubernetesingressnginx': ({ providers }) => withoutSwitch(providers.kubernetesIngressNGINX),
  'entrypoints.web': ({ ports }) => withoutPort(ports.web),
  'entrypoints.websecure': ({ ports }) => ({ ...withoutPort(ports.websecure), http: ports.websecure.http }),
  'entrypoints.metrics.address': ({ ports }) => `:${ports.metrics.port}`,
  'metrics.prometheus': ({ metrics }) => metrics.prometheus,
  log: ({ log }) => log,
  accesslog: ({ accessLog }) => withoutSwitch(accessLog),
  'global.checknewversion': ({ global }) => global.checkNewVersion,
  'global.sendanonymoususage': ({ global }) => global.sendAnonymousUsage,
};

/**
 * The flags that Traefik's chart makes from its values, for a Traefik that runs without the chart: that is how tests ask
 * the very process of which the values speak.
 *
 * Where it listens and how it finds the API server is left to who starts it.
 *
 * @param folder where the file lies that the chart writes into a folder of its own
 */
export function traefikFlags(values: TraefikValues, folder: string): string[] {
  const { watch } = values.providers.file;
  const file = [`--providers.file.directory=${folder}`, `--providers.file.watch=${watch}`];
  const flags = Object.entries(GROUPS).flatMap(([prefix, group]) => flagsOf(prefix, group(values)));
  return [
    '--providers.kubernetesingressnginx=true',
    '--accesslog=true',
    ...file,
    ...flags,
    ...values.additionalArguments,
  ];
}

function flagsOf(name: string, value: Node): string[] {
  if (Array.isArray(value)) return value.length > 0 ? [`--${name}=${value.join(',')}`] : [];
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => flagsOf(`${name}.${key.toLowerCase()}`, inner));
  }
  return [`--${name}=${value}`];
}

function withoutSwitch<Group extends { readonly enabled: boolean }>({ enabled: _enabled, ...rest }: Group) {
  return rest;
}

function withoutPort<Group extends { readonly port: number }>({ port: _port, ...rest }: Group) {
  return rest;
}
