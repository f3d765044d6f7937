import type { Container, Handler } from '../../kubernetes/pod-spec.ts';
import type { Problem } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** A pod lives in its own network, process and memory namespaces, and is reached through Services. */
export const podsKeepOffTheHost: Policy = {
  id: 'pods-keep-off-the-host',
  title: "No pod shares the node's network, processes or memory, or takes one of its ports.",
  why: "What shares the node's network passes by every Service and firewall rule, and reaches the cloud's metadata as the node.",
  check: eachPod(function* ({ spec, path, containers }) {
    for (const field of NAMESPACES) {
      if (spec[field] === true) {
        yield { path: ['spec', field], found: 'true', rule: 'shares a part of the node', fix: 'remove it' };
      }
    }
    for (const { container, path: inObject } of containers) {
      const at = inObject.slice(path.length);
      yield* hostPorts(container, at);
      yield* hostHandlers(container, at);
    }
  }),
};

function* hostPorts({ ports = [] }: Container, at: Problem['path']): Iterable<Problem> {
  for (const [index, { hostPort }] of ports.entries()) {
    if (!hostPort) continue;
    yield {
      path: [...at, 'ports', index, 'hostPort'],
      found: `${hostPort}`,
      rule: 'takes a port of the node',
      fix: 'remove it and make a Service',
    };
  }
}

const HANDLERS: readonly (readonly [
  path: readonly string[],
  handler: (container: Container) => Handler | undefined,
])[] = [
  [['livenessProbe'], ({ livenessProbe }) => livenessProbe],
  [['readinessProbe'], ({ readinessProbe }) => readinessProbe],
  [['startupProbe'], ({ startupProbe }) => startupProbe],
  [['lifecycle', 'preStop'], ({ lifecycle }) => lifecycle?.preStop],
  [['lifecycle', 'postStart'], ({ lifecycle }) => lifecycle?.postStart],
];

/** A host in a probe makes the kubelet call any address that the node reaches (Pod Security baseline since 1.34). */
function* hostHandlers(container: Container, at: Problem['path']): Iterable<Problem> {
  for (const [field, handlerOf] of HANDLERS) {
    for (const type of ['httpGet', 'tcpSocket'] as const) {
      const host = handlerOf(container)?.[type]?.host;
      if (!host) continue;
      const path = [...at, ...field, type, 'host'];
      yield {
        path,
        found: host,
        rule: 'makes the node call an address of its own',
        fix: 'remove it: the pod is called',
      };
    }
  }
}
