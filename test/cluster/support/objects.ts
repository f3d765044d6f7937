/** What all objects in a cluster have. */
export interface LiveObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** What `kubectl get` answers for several objects. */
export interface List<Item> {
  readonly items: readonly Item[];
}

export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
}

export interface Pod extends LiveObject {
  readonly spec: {
    readonly nodeName?: string;
    readonly containers: readonly { readonly name?: string; readonly image: string }[];
    readonly volumes?: readonly { readonly persistentVolumeClaim?: { readonly claimName: string } }[];
  };
  readonly status: {
    readonly phase: string;
    readonly conditions?: readonly Condition[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

export interface ContainerStatus {
  readonly name: string;
  readonly restartCount?: number;
  readonly containerID?: string;
  readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } };
}

export interface Claim extends LiveObject {
  readonly spec: { readonly volumeName?: string };
  readonly status: { readonly phase: string };
}

export interface Volume extends LiveObject {
  readonly spec: {
    readonly local?: { readonly path: string };
    readonly claimRef?: { readonly namespace: string; readonly name: string };
  };
  readonly status: { readonly phase: string };
}

/** A Deployment, StatefulSet or DaemonSet: what makes pods and counts them. */
export interface Workload extends LiveObject {
  readonly spec: { readonly replicas?: number };
  readonly status: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly desiredNumberScheduled?: number;
    readonly currentNumberScheduled?: number;
    readonly numberReady?: number;
    readonly conditions?: readonly Condition[];
  };
}

/** `Pod monitoring/metrics-0`: how people name an object. */
export function title({ kind, metadata: { namespace, name } }: LiveObject): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
