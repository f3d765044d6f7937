/**
 * The fields of pods that policies and the budget read.
 *
 * Nothing here is sure to be there: an object may have been written by hand. A value of the wrong type makes a policy
 * throw, which becomes a finding of its own.
 */
export interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
  readonly securityContext?: SecurityContext & { readonly sysctls?: readonly { readonly name: string }[] };
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly imagePullSecrets?: readonly Named[];
  readonly priorityClassName?: string;
  readonly nodeName?: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly affinity?: {
    readonly nodeAffinity?: { readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeTerms };
  };
  readonly restartPolicy?: string;

  /** What the runtime itself takes, by resource; set by the API server from the runtime class. */
  readonly overhead?: Readonly<Record<string, string>>;
}

/** What a pod or a container may do on its node. */
export interface SecurityContext {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly readOnlyRootFilesystem?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly seccompProfile?: { readonly type?: string };
  readonly appArmorProfile?: { readonly type?: string };
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
  readonly windowsOptions?: { readonly hostProcess?: boolean };
}

/** A process of a pod. */
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly restartPolicy?: string;
  readonly ports?: readonly ContainerPort[];
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly { readonly configMapRef?: OptionalNamed; readonly secretRef?: OptionalNamed }[];
  readonly resources?: Resources;
  readonly securityContext?: SecurityContext;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly preStop?: Handler; readonly postStart?: Handler };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath?: string }[];
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly hostPort?: number;
  readonly protocol?: string;
}

/** What a container reserves, and the most it gets; quantities of Kubernetes, such as `100m` and `64Mi`. */
export interface Resources {
  readonly requests?: Readonly<Record<string, unknown>>;
  readonly limits?: Readonly<Record<string, unknown>>;
}

export interface EnvVar {
  readonly name: string;
  readonly value?: unknown;
  readonly valueFrom?: {
    readonly configMapKeyRef?: KeyReference;
    readonly secretKeyRef?: KeyReference;
    readonly resourceFieldRef?: { readonly divisor?: unknown };
  };
}

/** A question to a container, and how often it may stay without an answer. */
export interface Probe extends Handler {
  readonly periodSeconds?: number;
  readonly failureThreshold?: number;
}

export interface Handler {
  readonly httpGet?: { readonly path?: string; readonly port?: number | string; readonly host?: string };
  readonly tcpSocket?: { readonly port?: number | string; readonly host?: string };
  readonly exec?: { readonly command?: readonly string[] };
  readonly grpc?: { readonly port?: number };
}

/** A volume of a pod: a name and one more field, which names its type. */
export interface Volume {
  readonly name: string;
  readonly configMap?: OptionalNamed;
  readonly secret?: { readonly secretName?: string; readonly optional?: boolean };
  readonly persistentVolumeClaim?: { readonly claimName?: string };
  readonly hostPath?: { readonly path?: string };
  readonly emptyDir?: { readonly medium?: string; readonly sizeLimit?: unknown };
  readonly projected?: { readonly sources?: readonly ProjectedSource[] };
  readonly csi?: { readonly nodePublishSecretRef?: Named };
  readonly ephemeral?: { readonly volumeClaimTemplate?: { readonly spec?: ClaimSpec } };
  readonly image?: { readonly reference?: string };
}

export interface ProjectedSource {
  readonly configMap?: OptionalNamed;
  readonly secret?: OptionalNamed;
  readonly serviceAccountToken?: object;
}

/** What a claim requests. */
export interface ClaimSpec {
  readonly storageClassName?: string;
  readonly volumeName?: string;
  readonly accessModes?: readonly string[];
  readonly resources?: Resources;
}

export interface Named {
  readonly name?: string;
}

export interface OptionalNamed extends Named {
  readonly optional?: boolean;
}

export interface KeyReference extends OptionalNamed {
  readonly key?: string;
}

/** Terms of which a node must fulfil one. */
export interface NodeTerms {
  readonly nodeSelectorTerms?: readonly NodeTerm[];
}

/** Expressions that a node must fulfil all. */
export interface NodeTerm {
  readonly matchExpressions?: readonly Expression[];
  readonly matchFields?: readonly Expression[];
}

/** A condition on a label. */
export interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}
