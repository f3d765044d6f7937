/** A finished Kubernetes object, as it will stand in a file. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

/** What every object says of itself. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** One object that the policies look at, and where it belongs. */
export interface Subject {
  /** Folder of `dist/`, which is one Argo CD Application. */
  readonly folder: string;

  /** File inside the folder: `deployment.grafana.yaml`. */
  readonly file: string;

  /** Path of the construct that made it. */
  readonly construct: string;

  readonly object: KubeObject;
}

/** `dist/monitoring/deployment.grafana.yaml`. */
export function fileOf({ folder, file }: Subject): string {
  return `dist/${folder}/${file}`;
}

/** `Deployment monitoring/grafana`, or `Namespace monitoring` for what belongs to no namespace. */
export function nameOf({ object: { kind, metadata } }: Subject): string {
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}
