import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { KubeObject } from '../../kubernetes/object.ts';
import { parseSite } from '../../site/index.ts';
import { PLATFORM_ALERTS } from '../../site/plan/alerts.ts';
import { PLATFORM_DASHBOARDS } from '../../site/plan/dashboards.ts';
import { type Plan, planSite } from '../../site/plan/index.ts';
import example from '../fixtures/example.ts';
import { acceptedSites } from '../fixtures/read.ts';
import { manifestsOfPlan } from '../support/site.ts';

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert?: string }[] }[];
}

interface Built {
  readonly plan: Plan;
  readonly objects: readonly KubeObject[];
}

/** Sites that have, together, all that the platform can build. */
const everything = (await acceptedSites()).filter(({ name }) => name.startsWith('everything'));
const built: readonly Built[] = [example, ...everything.map(({ site }) => site)].map((site) => {
  const parsed = parseSite(site);
  if (!parsed.ok) throw new Error('an accepted site is refused');
  const plan = planSite(parsed.value);
  return { plan, objects: manifestsOfPlan(plan).map(({ object }) => object) };
});

/** Files of a ConfigMap of monitoring. */
function filesOf(objects: readonly KubeObject[], name: string): Readonly<Record<string, string>> {
  const map = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return (map as KubeObject & { data: Record<string, string> }).data;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

describe('what the plan calls by name is what is built', () => {
  test('the alerts that no site may have are those that sites have without stating them', () => {
    const names = built.flatMap(({ plan, objects }) => {
      const own = new Set(plan.monitoring.alerts.map(({ alert }) => alert));
      const { groups } = parse(filesOf(objects, 'rules')['rules.yaml'] as string) as Rules;
      return groups.flatMap(({ rules }) =>
        rules.flatMap(({ alert = '' }) => (alert && !own.has(alert) ? [alert] : [])),
      );
    });
    expect(sorted(PLATFORM_ALERTS)).toEqual(sorted(names));
  });

  test('the dashboards whose uids no site may have are those that sites have without stating them', () => {
    const uids = built.flatMap(({ objects }) =>
      Object.entries(filesOf(objects, 'dashboards'))
        .filter(([file]) => /^shown\.(?!own-)/.test(file))
        .map(([, text]) => JSON.parse(text).uid as string),
    );
    expect(sorted(PLATFORM_DASHBOARDS)).toEqual(sorted(uids));
  });

  test('every host leads to a port of a Service that is built, but those of the chart of Argo CD', () => {
    const missing = built.flatMap(({ plan, objects }) => {
      const ports = new Set(objects.filter(({ kind }) => kind === 'Service').flatMap(portsOf));
      const wanted = plan.hosts.map(({ namespace, backend }) => `${namespace}/${backend.service}:${backend.port}`);
      return wanted.filter((one) => !ports.has(one));
    });
    expect(sorted(missing)).toEqual(['argocd/argocd-server:80']);
  });

  test('every workload that reads a Secret only when it starts is built', () => {
    const wanted = built.map(({ plan }) =>
      sorted(plan.secrets.expected.flatMap(({ namespace, restart }) => (restart ? [`${namespace}/${restart}`] : []))),
    );
    const found = built.map(({ objects }, index) => {
      const deployments = objects.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata);
      const names = new Set(deployments.map(({ namespace, name }) => `${namespace}/${name}`));
      return wanted[index]?.filter((one) => names.has(one));
    });
    expect(found).toEqual(wanted);
    expect(sorted(wanted.flat())).toEqual(['monitoring/dashboards', 'signon/sign-on']);
  });
});

function portsOf({ metadata, spec }: KubeObject): string[] {
  const { ports = [] } = spec as { readonly ports?: readonly { readonly port: number }[] };
  return ports.map(({ port }) => `${metadata.namespace}/${metadata.name}:${port}`);
}
