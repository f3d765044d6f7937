import type { IngressController } from '../../kubernetes/ingress-controllers/index.ts';
import type { Problem } from '../../site/index.ts';

/** Where the values of a controller's chart say whom it believes. */
const VALUES = ['spec', 'source', 'helm', 'valuesObject'];

/** A value, and what it may be: a switch that must be off, or networks that may be believed. */
interface Trust {
  readonly path: readonly string[];
  readonly may: 'never' | 'load-balancers' | 'nobody';
}

const ENTRANCES = ['web', 'websecure'];

/** What each controller's chart, which has its name, decides about the address of a client. */
const TRUST: Readonly<Record<IngressController, readonly Trust[]>> = {
  traefik: [
    ...ENTRANCES.flatMap((port): Trust[] => [
      { path: ['ports', port, 'proxyProtocol', 'insecure'], may: 'never' },
      { path: ['ports', port, 'proxyProtocol', 'trustedIPs'], may: 'load-balancers' },
      { path: ['ports', port, 'forwardedHeaders', 'insecure'], may: 'never' },
      { path: ['ports', port, 'forwardedHeaders', 'trustedIPs'], may: 'nobody' },
    ]),
    { path: ['providers', 'kubernetesIngressNGINX', 'ipAllowListStrategy', 'depth'], may: 'never' },
  ],
  'ingress-nginx': [
    { path: ['controller', 'config', 'use-forwarded-headers'], may: 'never' },
    { path: ['controller', 'config', 'enable-real-ip'], may: 'never' },
    { path: ['controller', 'config', 'proxy-real-ip-cidr'], may: 'load-balancers' },
  ],
};

/**
 * What the values of a controller's chart let a client say about its own address.
 *
 * @param announcing networks of the load balancers that announce addresses
 */
export function controllerProblems(
  chart: string | undefined,
  values: object,
  announcing: readonly string[],
): Problem[] {
  if (!isController(chart)) return [];
  return TRUST[chart].flatMap(({ path, may }) => {
    const value = valueAt(values, path);
    return may === 'never'
      ? switchProblems(path, value)
      : networkProblems(path, value, may === 'nobody' ? [] : announcing);
  });
}

function isController(chart = ''): chart is IngressController {
  return Object.hasOwn(TRUST, chart);
}

function switchProblems(path: readonly string[], value: unknown): Problem[] {
  if ([undefined, false, 'false', 0].includes(value as never)) return [];
  const rule = 'lets every client state its own address';
  return [{ path: [...VALUES, ...path], found: String(value), rule, fix: 'switch it off' }];
}

function networkProblems(path: readonly string[], value: unknown, believed: readonly string[]): Problem[] {
  const networks = typeof value === 'string' ? value.split(',') : ((value as readonly string[] | undefined) ?? []);
  const fix = believed.length > 0 ? `write ${believed.join(',')} and nothing else` : 'leave it empty';
  return networks
    .map((network) => network.trim())
    .filter((network) => !believed.includes(network))
    .map((found) => ({ path: [...VALUES, ...path], found, rule: 'has no load balancer that announces clients', fix }));
}

function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], values);
}
