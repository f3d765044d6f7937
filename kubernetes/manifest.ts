import type { KubeObject } from './object.ts';

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

/** `dist/monitoring/deployment.grafana.yaml`. */
export function fileOf({ folder, file }: Manifest): string {
  return `dist/${folder}/${file}`;
}

/** `Deployment monitoring/grafana`, or `Namespace monitoring` for what belongs to no namespace. */
export function nameOf({ object: { kind, metadata } }: Manifest): string {
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}
