import { kindOf } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { PolicyContext } from './context.ts';

/** How many pods a workload runs when nothing is being replaced. */
export interface Replicas {
  readonly fewest: number;
  readonly most: number;

  /** The HorizontalPodAutoscaler that decides between the two, where there is one. */
  readonly autoscaler?: Manifest;
}

interface Counts {
  readonly replicas?: number;
  readonly parallelism?: number;
  readonly jobTemplate?: { readonly spec?: { readonly parallelism?: number } };
}

/** The number of pods of a workload; a DaemonSet counts as one, on each node. */
export function replicasOf({ object }: Manifest, context: PolicyContext): Replicas {
  const scaled = context.fact(autoscaled).get(targetKey(object.metadata.namespace, object, object.metadata.name));
  if (scaled) return scaled;
  const { replicas, parallelism, jobTemplate } = (object.spec ?? {}) as Counts;
  const count = replicas ?? parallelism ?? jobTemplate?.spec?.parallelism ?? 1;
  return { fewest: count, most: count };
}

interface Autoscaler {
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly scaleTargetRef?: { readonly apiVersion?: string; readonly kind?: string; readonly name?: string };
}

/** Every workload that an autoscaler scales. */
function autoscaled(context: PolicyContext): ReadonlyMap<string, Replicas> {
  return new Map(
    context.ofKind('HorizontalPodAutoscaler.autoscaling').map((autoscaler) => {
      const { minReplicas = 1, maxReplicas = 1, scaleTargetRef = {} } = (autoscaler.object.spec ?? {}) as Autoscaler;
      const { apiVersion = '', kind = '', name = '' } = scaleTargetRef;
      const key = targetKey(autoscaler.object.metadata.namespace, { apiVersion, kind }, name);
      return [key, { fewest: minReplicas, most: maxReplicas, autoscaler }];
    }),
  );
}

function targetKey(namespace: string | undefined, type: Pick<KubeObject, 'apiVersion' | 'kind'>, name: string): string {
  return `${kindOf(type)}\n${namespace ?? ''}\n${name}`;
}
