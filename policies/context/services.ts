import type { Subject } from '../subject.ts';
import type { PolicyContext } from './context.ts';
import type { Pod } from './pods.ts';

/** The fields of Services that policies read. */
export interface ServiceFields {
  readonly spec?: {
    readonly type?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly ServicePort[];
    readonly externalIPs?: readonly string[];
    readonly clusterIP?: string;
  };
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;

  /** The number or the name of a port of the pods; the same number as `port` where it is absent. */
  readonly targetPort?: number | string;

  readonly protocol?: string;
}

/** The pods that a Service sends requests to; none where it selects nothing, because somebody else names its endpoints. */
export function podsOf({ object }: Subject, context: PolicyContext): readonly Pod[] {
  const { selector = {} } = (object as ServiceFields).spec ?? {};
  if (Object.keys(selector).length === 0) return [];
  return context.podsSelected(object.metadata.namespace, { matchLabels: selector });
}

/** Every pod that some Service sends requests to. */
export function servedPods(context: PolicyContext): ReadonlySet<Pod> {
  return new Set(context.ofKind('Service').flatMap((service) => podsOf(service, context)));
}
