import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { declaredExternal } from '../../kubernetes/external.ts';
import { nameOf } from '../../kubernetes/manifest.ts';
import type { ContainerPort } from '../../kubernetes/pod-spec.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { type Selector, selectorText } from '../../kubernetes/selectors.ts';
import type { ServiceFields, ServicePort } from '../../kubernetes/services.ts';
import { SERVICE_NAME } from '../../kubernetes/services.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { podsOf } from '../context/services.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Behind every Service there are pods that listen. */
export const servicesReachTheirPods: Policy = {
  id: 'services-reach-their-pods',
  title: 'Every Service chooses pods of its namespace, and each of them has the ports that it sends to.',
  why: 'A Service that chooses nothing, or a port that nobody listens on, is accepted without a word and answers nobody.',
  check: eachOf<ServiceFields>(['Service'], ({ spec = {} }, context, subject) => {
    const { entries } = declaredExternal(subject.object);
    if (spec.type === 'ExternalName' || entries.has('endpoints')) return [];
    if (spec.selector === undefined && context.fact(servicesWithEndpoints).has(nameOf(subject))) return [];
    const pods = podsOf(subject, context);
    if (entries.has('pods')) return pods.length > 0 ? [declaredInVain(pods)] : [];
    if (pods.length === 0) return [choosesNothing(spec.selector)];
    return (spec.ports ?? []).flatMap((port, index) => portProblems(port, index, pods));
  }),
};

/** Services whose endpoints the site itself names, by the label of an EndpointSlice. */
function servicesWithEndpoints(context: PolicyContext): ReadonlySet<string> {
  return new Set(
    context
      .ofKind('EndpointSlice.discovery.k8s.io')
      .map(({ object: { metadata } }) => `Service ${metadata.namespace}/${metadata.labels?.[SERVICE_NAME]}`),
  );
}

function choosesNothing(selector: Selector['matchLabels']): Problem {
  return {
    path: ['spec', 'selector'],
    found: selectorText({ ...(selector && { matchLabels: selector }) }),
    rule: selector === undefined ? 'is missing' : 'chooses no pod of this namespace',
    fix: `write the labels of its pods, or the annotation ${ANNOTATION.external}: pods (or endpoints) if somebody else makes them`,
  };
}

function declaredInVain([pod]: readonly Pod[]): Problem {
  return {
    path: ['metadata', 'annotations', ANNOTATION.external],
    found: 'pods',
    rule: `are made here, by ${pod ? nameOf(pod.subject) : 'nobody'}`,
    fix: 'remove the annotation',
  };
}

function portProblems(
  { port, targetPort = port, protocol = 'TCP' }: ServicePort,
  index: number,
  pods: readonly Pod[],
): Problem[] {
  const without = pods.find((pod) => !listens(pod, targetPort, protocol));
  if (!without) return [];
  return [
    {
      path: ['spec', 'ports', index, 'targetPort'],
      found: `${targetPort}/${protocol}`,
      rule: `is no port of the pods of ${nameOf(without.subject)}`,
      fix: `write one of ${portsOf(without).join(', ') || 'the ports that its containers declare: they declare none'}`,
    },
  ];
}

function listens(pod: Pod, target: number | string, wanted: string): boolean {
  return openPorts(pod).some(
    ({ name, containerPort, protocol = 'TCP' }) =>
      protocol === wanted && (typeof target === 'number' ? containerPort === target : name === target),
  );
}

function portsOf(pod: Pod): string[] {
  return openPorts(pod).map(({ name, containerPort }) => (name ? `${name} (${containerPort})` : `${containerPort}`));
}

/** Ports of everything that runs on once the pod has started. */
function openPorts({ containers }: Pod): ContainerPort[] {
  return containers.flatMap(({ container, role }) => (role === 'init' ? [] : (container.ports ?? [])));
}
