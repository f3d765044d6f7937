import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aSite, manifestsOfSite } from '../support/site.ts';

/** Folder with the `Chart.yaml` and `values.yaml` of each pinned chart, by the name of the chart. */
const folder = process.env.CHARTS_DIR;

const VAULT = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;

const applications = (['traefik', 'ingress-nginx'] as const)
  .flatMap((controller) => manifestsOfSite(aSite({ edge: { controller }, secrets: VAULT })))
  .map(({ object }) => object as unknown as HelmApplication)
  .filter(({ spec }) => spec?.source?.chart !== undefined);

const sources = [...new Map(applications.map(({ spec: { source } }) => [source.chart, source])).values()];

test('the site has charts whose values can be compared', () => {
  expect(sources.map(({ chart }) => chart)).toEqual(
    expect.arrayContaining(['argo-cd', 'cert-manager', 'external-secrets', 'ingress-nginx', 'traefik']),
  );
});

describe.skipIf(folder === undefined)(
  'the values of a chart, where CHARTS_DIR names the folder of its own values',
  () => {
    test.each(sources)('$chart: every key exists there and has its type', ({ chart, helm }) => {
      expect(strangers(helm.valuesObject, portsAlike(own(chart, 'values.yaml')))).toEqual([]);
    });

    test.each(sources.filter(({ chart }) => schemaOf(chart)))(
      '$chart: its own schema, which Helm asks, takes them',
      ({ chart, helm }) => {
        const schema = schemaOf(chart) as Values;
        const Validator = String(schema.$schema).includes('draft-07') ? Ajv : Ajv2020;
        const validate = new Validator({ strict: false, allErrors: true }).compile(schema);
        validate(helm.valuesObject);
        expect(validate.errors ?? []).toEqual([]);
      },
    );

    test.each(sources)('$chart: they were compared with a chart of the major version that is pinned', (source) => {
      const major = (version: unknown) => String(version).replace(/^v/, '').split('.')[0];
      expect(major(own(source.chart, 'Chart.yaml').version)).toBe(major(source.targetRevision));
    });
  },
);

interface HelmApplication {
  readonly spec: {
    readonly source: {
      readonly chart: string;
      readonly targetRevision: string;
      readonly helm: { readonly valuesObject: Values };
    };
  };
}

type Values = Readonly<Record<string, unknown>>;

function own(chart: string, file: string): Values {
  const path = join(folder as string, chart, file);
  if (!existsSync(path)) throw new Error(`${path} is absent: fetch the chart that versions.ts pins`);
  return parse(readFileSync(path, 'utf8')) as Values;
}

/** What Traefik's chart shows on the port for HTTPS alone, its template and its schema have for every port. */
function portsAlike(values: Values): Values {
  const { ports } = values as { ports?: Readonly<Record<string, Values>> };
  if (!ports) return values;
  const { http } = ports.websecure as Values;
  return {
    ...values,
    ports: Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, { ...port, http }])),
  };
}

/** The schema of a chart that has one. */
function schemaOf(chart: string): Values | undefined {
  const path = folder && join(folder, chart, 'values.schema.json');
  return path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Values) : undefined;
}

/** Places whose keys are not the chart's: objects of Kubernetes, and texts that the program itself reads. */
const OPEN = /(^|\.)resources$|^configs\.(cm|params)$/;

/** What a chart's values do not know, by its path; `{}` there takes whatever belongs into its place. */
function strangers(values: Values, known: Values, path = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return key in known ? unlike(value, known[key], here) : [`${here} is unknown`];
  });
}

function unlike(value: unknown, known: unknown, path: string): string[] {
  if (isGroup(value) && isGroup(known)) {
    return OPEN.test(path) || Object.keys(known).length === 0 ? [] : strangers(value, known, path);
  }
  const sameType = known === null || known === undefined || typeOf(value) === typeOf(known);
  return sameType ? [] : [`${path} is ${typeOf(value)}, there ${typeOf(known)}`];
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : typeof value;
}

function isGroup(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
