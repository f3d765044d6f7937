/** Labels and their values. */
export type Labels = Readonly<Record<string, string>>;

/** Who put an object there, for `kubectl get --selector app.kubernetes.io/managed-by=armstead`. */
export const MANAGED_BY = 'armstead';

/** Label of an Ingress that says who may reach what it leads to: `public` or `home`. */
export const EXPOSURE_LABEL = 'armstead/exposure';

/**
 * Label of a Job that somebody starts by hand: the name of the CronJob, never due, that says what the task is. It stands in
 * the template of that CronJob, from where `kubectl create job --from` takes it.
 */
export const TASK_LABEL = 'armstead/task';

/** Label of everything that belongs to a service of a team, and of its pods: the name of the service. */
export const SERVICE_LABEL = 'service';

/** Label of the pods of a service of a team, and of what makes them: the name of the process, `web` where it answers. */
export const PROCESS_LABEL = 'process';

/** The process of a service that answers requests. */
export const WEB_PROCESS = 'web';

/**
 * The label by which volumes find their node; its value is the key of the node in `platform.ts`.
 *
 * OKE sets it when a node joins, by its pool, so that it survives the replacement of the machine.
 */
export const STORAGE_NODE = 'storage-node';

/** Label of the name of a node, which every cluster sets. */
export const HOSTNAME = 'kubernetes.io/hostname';

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
