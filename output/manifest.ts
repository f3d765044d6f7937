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

/** One object and where it belongs. */
export interface Manifest {
  /** Folder of `dist/`, which is one Argo CD Application: the id of the chart, or `cluster` for built-in kinds without a namespace. */
  readonly folder: string;

  /** File inside the folder: `deployment.grafana.yaml`. */
  readonly file: string;

  /** Path of the construct that made it, for messages. */
  readonly construct: string;

  readonly object: KubeObject;
}
