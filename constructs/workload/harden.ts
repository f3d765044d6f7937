import { Pod } from 'cdk8s-plus-27';
import { at, type Rendered } from '../refine.ts';

/**
 * Seconds for which a pod goes on serving after it was told to end.
 *
 * The edge and the other nodes need a moment to hear that it is gone; without it a rolling update loses requests.
 */
export const DRAIN_SECONDS = 10;

/**
 * Adds to a rendered workload what the level `restricted` of Pod Security asks for and what cdk8s-plus-27 cannot say,
 * and removes the label that hashes the path of the construct: with it, a renamed construct would change a selector,
 * which Kubernetes never allows.
 *
 * @param drains whether the pod serves requests that must not be cut off
 */
export function harden(rendered: Rendered, drains: boolean): void {
  const template = at(rendered, 'spec', 'template');
  delete at(template, 'metadata', 'labels')[Pod.ADDRESS_LABEL];
  const pod = at(template, 'spec');
  pod.enableServiceLinks = false;
  at(pod, 'securityContext').seccompProfile = { type: 'RuntimeDefault' };
  for (const container of [...containers(pod, 'initContainers'), ...containers(pod, 'containers')]) {
    dropCapabilities(at(container, 'securityContext', 'capabilities'));
  }
  for (const container of containers(pod, 'containers')) {
    if (drains) container.lifecycle = { preStop: { sleep: { seconds: DRAIN_SECONDS } } };
  }
}

function containers(pod: Rendered, field: 'containers' | 'initContainers'): Rendered[] {
  return (pod[field] ?? []) as Rendered[];
}

/** Kubernetes knows capabilities without the prefix that cdk8s-plus gives them: `CHOWN`, not `CAP_CHOWN`. */
function dropCapabilities(capabilities: Rendered): void {
  const added = capabilities.add as string[] | undefined;
  if (added) capabilities.add = added.map((name) => name.replace(/^CAP_/, ''));
  capabilities.drop = ['ALL'];
}
