import { ApiObject } from 'cdk8s';
import { Pod } from 'cdk8s-plus-27';
import type { IConstruct } from 'constructs';
import { exempt } from '../../exempt.ts';
import { at, type Rendered, refine } from '../../refine.ts';
import { type Bounds, diskMebibytes } from './resources.ts';

/** What cdk8s-plus-27 cannot say of a pod. */
export interface Hardened {
  /** Seconds for which it goes on serving after it was told to end. */
  readonly servesOn: number;

  /** Name of its priority class, if it has one. */
  readonly priority: string | undefined;

  /** Mebibytes of the node's disk that each of its processes writes besides its logs. */
  readonly written: Bounds;
}

/**
 * Adds to a workload what the level `restricted` of Pod Security requires and what else cdk8s-plus-27 cannot say, and
 * removes the label that hashes the path of the construct: with it, a renamed construct would change a selector, which
 * Kubernetes never allows.
 */
export function harden(workload: IConstruct, { servesOn, priority, written }: Hardened): void {
  refine(workload, (rendered) => {
    const template = templateOf(rendered);
    delete at(template, 'metadata', 'labels')[Pod.ADDRESS_LABEL];
    const pod = at(template, 'spec');
    pod.enableServiceLinks = false;
    if (priority !== undefined) pod.priorityClassName = priority;
    at(pod, 'securityContext').seccompProfile = { type: 'RuntimeDefault' };
    for (const container of containers(pod, 'initContainers')) hardenContainer(container, diskMebibytes());
    for (const container of containers(pod, 'containers')) {
      hardenContainer(container, diskMebibytes(written));
      if (servesOn > 0) container.lifecycle = { preStop: { sleep: { seconds: servesOn } } };
    }
  });
}

/**
 * Lets the pods of a workload use the files of the node on machines that enforce SELinux, as Oracle Linux does by default;
 * elsewhere it changes nothing. Every other restriction stays, and the exception stands on the object.
 */
export function unconfine(workload: IConstruct): void {
  refine(workload, (rendered) => {
    at(templateOf(rendered), 'spec', 'securityContext').seLinuxOptions = { type: 'spc_t' };
  });
  const reason = 'where SELinux is on, it keeps containers from the files of the node';
  exempt(ApiObject.of(workload), 'kernel-settings-are-safe', reason);
}

/** The template of the pods: of a Deployment, or of the Jobs of a CronJob. */
export function templateOf(rendered: Rendered): Rendered {
  const spec = at(rendered, 'spec');
  return spec.jobTemplate === undefined ? at(spec, 'template') : at(spec, 'jobTemplate', 'spec', 'template');
}

function containers(pod: Rendered, field: 'containers' | 'initContainers'): Rendered[] {
  return (pod[field] ?? []) as Rendered[];
}

/** Of the node's disk cdk8s-plus-27 only knows whole gibibytes. */
function hardenContainer(container: Rendered, { request, limit }: Bounds): void {
  dropCapabilities(at(container, 'securityContext', 'capabilities'));
  at(container, 'resources', 'requests')['ephemeral-storage'] = `${request}Mi`;
  at(container, 'resources', 'limits')['ephemeral-storage'] = `${limit}Mi`;
}

/** Kubernetes knows capabilities without the prefix that cdk8s-plus gives them: `CHOWN`, not `CAP_CHOWN`. */
function dropCapabilities(capabilities: Rendered): void {
  const added = capabilities.add as string[] | undefined;
  if (added) capabilities.add = added.map((name) => name.replace(/^CAP_/, ''));
  capabilities.drop = ['ALL'];
}
