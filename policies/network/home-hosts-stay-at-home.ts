import { INGRESS, type IngressFields } from '../../kubernetes/ingresses.ts';
import { EXPOSURE_LABEL } from '../../kubernetes/labels.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Problem } from '../../site/index.ts';
import { contains } from '../../site/plan/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const PREFIX = 'nginx.ingress.kubernetes.io';

/** Where a controller reads from which networks clients may come; the first one wins. */
const SOURCES = [`${PREFIX}/allowlist-source-range`, `${PREFIX}/whitelist-source-range`];

/** Further hosts of an Ingress that stand in no rule. */
const ALIAS = `${PREFIX}/server-alias`;

/** A host that is for home answers nobody else, whichever Ingress leads there. */
export const homeHostsStayAtHome: Policy = {
  id: 'home-hosts-stay-at-home',
  title: `Every Ingress for a host of the exposure home admits addresses of the home networks and of the tunnel only.`,
  why:
    'Both load balancers lead to the same controller, so only the source range keeps the internet out. Annotations are ' +
    "for one Ingress: a second one for the same host without them opens the host's paths to everybody.",
  absolute: 'what is for home alone would be open to the internet; give the host the exposure public instead',
  check: eachOf<IngressFields>([INGRESS], (ingress, context) => {
    const home = hostsOf(ingress).find((host) => context.fact(homeHosts).has(host));
    return home === undefined ? [] : sourceProblems(ingress, home, context.plan.edge.homeNetworks);
  }),
};

function homeHosts(context: PolicyContext): ReadonlySet<string> {
  const ingresses = context.ofKind(INGRESS).map(({ object }) => object as KubeObject & IngressFields);
  return new Set(ingresses.filter(({ metadata }) => metadata.labels?.[EXPOSURE_LABEL] === 'home').flatMap(hostsOf));
}

function hostsOf({ metadata, spec }: KubeObject & IngressFields): string[] {
  const aliases = metadata.annotations?.[ALIAS]?.split(',').map((host) => host.trim()) ?? [];
  return [...(spec?.rules ?? []).flatMap(({ host }) => host ?? []), ...aliases];
}

function sourceProblems({ metadata }: KubeObject, host: string, home: readonly string[]): Problem[] {
  const key = SOURCES.find((name) => metadata.annotations?.[name]);
  const fix = `write ${home.join(',')}, or networks inside them`;
  if (key === undefined) {
    const path = ['metadata', 'annotations', SOURCES[0] as string];
    return [{ path, found: '', rule: `is missing, and ${host} is for home alone`, fix }];
  }
  const networks = String(metadata.annotations?.[key]).split(',');
  return networks
    .map((network) => network.trim())
    .filter((network) => !home.some((one) => contains(one, network)))
    .map((network) => ({
      path: ['metadata', 'annotations', key],
      found: network,
      rule: `is not at home, and ${host} is for home alone`,
      fix,
    }));
}
