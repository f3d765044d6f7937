import type { KubeObject } from '../../kubernetes/object.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import type { Problem } from '../../site/index.ts';
import type { LoadBalancerPlan } from '../../site/plan/index.ts';
import { controllerProblems } from '../context/controller-trust.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Annotations by which a load balancer announces the address of the client. */
const ANNOUNCES: Readonly<Record<string, string>> = {
  'oci-network-load-balancer.oraclecloud.com/is-ppv2-enabled': 'true',
  'service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version': '2',
};

/** Nobody but a load balancer says where a request comes from. */
export const clientAddressesAreTrue: Policy = {
  id: 'client-addresses-are-true',
  title: 'The edge learns the address of a client from the connection, or from a load balancer that announces it.',
  why:
    'Source ranges and rate limits go by that address. A client that could state it would be at home by saying so, and ' +
    'behind a Service without externalTrafficPolicy Local everybody has the address of a node.',
  absolute: 'hosts of the exposure home would open to whoever states an address at home',
  check: (context) => [...services(context), ...controllers(context)],
};

const services = eachOf<ServiceFields & TrafficFields>(['Service'], function* ({ metadata, spec = {} }, { plan }) {
  if (spec.type !== 'LoadBalancer') return;
  if (spec.externalTrafficPolicy !== 'Local') yield notLocal(spec.externalTrafficPolicy);
  const planned = plan.edge.loadBalancers.find(({ name }) => name === metadata.name);
  if (planned?.clientAddress === 'announced' && !announces(metadata)) yield silent(planned);
});

const controllers = eachOf<HelmFields>(['Application.argoproj.io'], ({ spec }, { plan }) => {
  const { chart, helm } = spec?.source ?? {};
  return controllerProblems(chart, helm?.valuesObject ?? {}, plan.edge.announcing);
});

interface TrafficFields {
  readonly spec?: { readonly externalTrafficPolicy?: string };
}

interface HelmFields {
  readonly spec?: { readonly source?: { readonly chart?: string; readonly helm?: { readonly valuesObject?: object } } };
}

function announces({ annotations = {} }: KubeObject['metadata']): boolean {
  return Object.entries(ANNOUNCES).some(([key, value]) => annotations[key] === value);
}

function notLocal(found = ''): Problem {
  return {
    path: ['spec', 'externalTrafficPolicy'],
    found,
    rule: found
      ? 'hides the address of the client behind that of a node'
      : 'is missing, and Cluster is what it is then',
    fix: 'write Local',
  };
}

function silent({ kind }: LoadBalancerPlan): Problem {
  return {
    path: ['metadata', 'annotations'],
    found: '',
    rule: 'announce no client, and the edge believes this load balancer',
    fix: `write ${Object.entries(ANNOUNCES)
      .map(([key, value]) => `${key}: "${value}"`)
      .at(kind === 'network' ? 0 : 1)}`,
  };
}
