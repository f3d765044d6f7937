import { describe, expect, test } from 'vitest';
import everything from '../fixtures/accepted/everything.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

/** Every object of the example, which has Traefik, and of a site with everything, which has ingress-nginx. */
const objects = [aSite(), aSite(everything)]
  .flatMap((site) => manifestsOfSite(site))
  .map(({ object }) => object as unknown as Values);

/** Images of programs that are not written in Go. */
const OTHERS = /\/(busybox|pause):/;

/** Processes of charts without the variable: the first is written in C, and the chart gives none to the second. */
const WITHOUT = ['redis', 'redisSecretInit'];

/** The variable in MiB as a part of the limit in MiB. */
const part = (limit: string, text = '') => Number.parseInt(text, 10) / Number.parseInt(limit, 10);

describe('a Go program knows nine tenths of its memory limit as GOMEMLIMIT', () => {
  const containers = new Map(
    objects.flatMap(containersOf).map((container) => [`${container.name} ${container.image}`, container]),
  );
  const written = [...containers.values()].filter(({ image }) => !OTHERS.test(image));

  test('among the containers of dist/ are those of monitoring, sign-on and the installer', () => {
    expect(written.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['alerts', 'dashboards', 'install-argocd', 'metrics', 'node-metrics', 'sign-on']),
    );
  });

  test.each(written)('$name', ({ env = [], resources }) => {
    const { name, value } = env.find((variable) => variable.name === 'GOMEMLIMIT') ?? {};
    expect({ name, unit: value?.replace(/\d+/, '') }).toEqual({ name: 'GOMEMLIMIT', unit: 'MiB' });
    expect(part(resources.limits.memory, value)).toBeGreaterThan(0.87);
    expect(part(resources.limits.memory, value)).toBeLessThanOrEqual(0.9);
  });
});

describe('a process of a chart knows less than its memory limit as GOMEMLIMIT', () => {
  const charts = new Map(
    objects.flatMap(({ spec }) => {
      const { chart, helm } = (spec as HelmSpec | undefined)?.source ?? {};
      return chart && helm ? processesOf(chart, helm.valuesObject).map((found) => [found.path, found] as const) : [];
    }),
  );

  test('the charts have all of these processes, and no other', () => {
    expect([...charts.keys()].sort()).toMatchInlineSnapshot(`
      [
        "argo-cd.applicationSet",
        "argo-cd.controller",
        "argo-cd.repoServer",
        "argo-cd.server",
        "cert-manager",
        "cert-manager.cainjector",
        "cert-manager.webhook",
        "external-secrets",
        "external-secrets.certController",
        "external-secrets.webhook",
        "ingress-nginx.controller",
        "traefik",
      ]
    `);
  });

  test.each([...charts.values()])('$path', ({ path, memory, variables }) => {
    const [limit] = variables.filter(({ name }) => name === 'GOMEMLIMIT').map(({ value }) => value);
    // One process of two languages: nginx takes the rest.
    const [least, most] = path === 'ingress-nginx.controller' ? [0.24, 0.25] : [0.87, 0.9];
    expect(part(memory, limit)).toBeGreaterThan(least as number);
    expect(part(memory, limit)).toBeLessThanOrEqual(most as number);
  });
});

type Values = Readonly<Record<string, unknown>>;

interface Variable {
  readonly name: string;
  readonly value?: string;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly Variable[];
  readonly resources: { readonly limits: { readonly memory: string } };
}

interface HelmSpec {
  readonly source?: { readonly chart?: string; readonly helm?: { readonly valuesObject: Values } };
}

function containersOf({ spec }: Values): Container[] {
  const pod = (spec as { template?: { spec?: Record<string, Container[]> } } | undefined)?.template?.spec ?? {};
  return [...(pod.containers ?? []), ...(pod.initContainers ?? [])];
}

interface Process {
  readonly path: string;
  readonly memory: string;
  readonly variables: readonly Variable[];
}

/** Whatever has a memory limit in the values of a chart. */
function processesOf(path: string, values: Values): Process[] {
  const { resources, env, extraEnv, extraEnvs } = values as Partial<Container> & Record<string, Variable[]>;
  const here = resources?.limits
    ? [{ path, memory: resources.limits.memory, variables: env ?? extraEnv ?? extraEnvs ?? [] }]
    : [];
  const below = Object.entries(values)
    .filter(([key, value]) => isGroup(value) && !['resources', ...WITHOUT].includes(key))
    .flatMap(([key, value]) => processesOf(`${path}.${key}`, value as Values));
  return [...here, ...below];
}

function isGroup(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
