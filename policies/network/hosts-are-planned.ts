import { INGRESS, type IngressFields } from '../../kubernetes/ingresses.ts';
import { EXPOSURE_LABEL } from '../../kubernetes/labels.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Problem } from '../../site/index.ts';
import type { HostPlan } from '../../site/plan/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Further hosts of an Ingress that stand in no rule. */
const ALIAS = 'nginx.ingress.kubernetes.io/server-alias';

/** Nothing is published but what the plan publishes. */
export const hostsArePlanned: Policy = {
  id: 'hosts-are-planned',
  title: 'Every host of an Ingress is one of the plan, in the namespace and for the people that the plan has for it.',
  why:
    'Records in DNS, the guards and the firewall at home follow the plan. A host beside it is published without anybody ' +
    "having asked, and one in the namespace of another owner answers in that owner's name.",
  check: eachOf<IngressFields>([INGRESS], function* (ingress, context) {
    if (ingress.spec?.defaultBackend) yield everybody(['spec', 'defaultBackend']);
    for (const { host, path } of hostsOf(ingress)) {
      if (host === undefined) yield everybody(path);
      else yield* unlike(ingress, host, path, context);
    }
  }),
};

interface StatedHost {
  readonly host: string | undefined;
  readonly path: Problem['path'];
}

function hostsOf({ metadata, spec }: KubeObject & IngressFields): StatedHost[] {
  const rules = (spec?.rules ?? []).map(({ host }, index) => ({ host, path: ['spec', 'rules', index, 'host'] }));
  const aliases = metadata.annotations?.[ALIAS]?.split(',') ?? [];
  return [...rules, ...aliases.map((host) => ({ host: host.trim(), path: ['metadata', 'annotations', ALIAS] }))];
}

function everybody(path: Problem['path']): Problem {
  return { path, found: '', rule: 'answers at every host', fix: 'write one host of the plan' };
}

function* unlike({ metadata }: KubeObject, host: string, path: Problem['path'], context: PolicyContext) {
  const planned = context.fact(hostsByName).get(host);
  if (!planned) {
    const fix = 'state it where the site states its hosts, or remove it';
    yield { path, found: host, rule: 'is no host of the plan', fix };
    return;
  }
  if (planned.namespace !== metadata.namespace) {
    const rule = `is planned in the namespace ${planned.namespace}, not in ${metadata.namespace}`;
    yield { path, found: host, rule, fix: `move the Ingress to ${planned.namespace}, or give it a host of its own` };
  }
  const { [EXPOSURE_LABEL]: exposure = 'public' } = metadata.labels ?? {};
  if (planned.exposure !== exposure) {
    const rule = `is planned for the exposure ${planned.exposure}`;
    yield { path: ['metadata', 'labels', EXPOSURE_LABEL], found: exposure, rule, fix: `write ${planned.exposure}` };
  }
}

function hostsByName({ plan }: PolicyContext): ReadonlyMap<string, HostPlan> {
  return new Map(plan.hosts.map((planned) => [planned.host, planned]));
}
