/** Labels of an object or the choice of objects by them. */
export type Labels = Readonly<Record<string, string>>;

/** Who put an object there, for `kubectl get --selector app.kubernetes.io/managed-by=armstead`. */
export const MANAGED_BY = 'armstead';

/** What tells one workload of a site from all others. */
export interface Workload {
  /** Name of the workload, unique in its folder: `grafana`. */
  readonly name: string;

  /** Folder of `dist/` in which it lies, which is its Argo CD Application: `monitoring`. */
  readonly folder: string;
}

/** A workload and the part that it plays. */
export interface LabelledWorkload extends Workload {
  /** What it is for, in one word: `metrics`, `dashboards`, `alerts`. */
  readonly component: string;
}

/** The labels that Kubernetes recommends, on every object of a workload and on its pods. */
export function labelsOf({ name, component, folder }: LabelledWorkload): Labels {
  return {
    ...selectorOf({ name, folder }),
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/managed-by': MANAGED_BY,
  };
}

/**
 * The labels by which a workload finds its pods.
 *
 * Kubernetes never lets the selector of a workload change, so only what never changes belongs to it: no component, no
 * version and no path of a construct.
 */
export function selectorOf({ name, folder }: Workload): Labels {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': folder };
}
