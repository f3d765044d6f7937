import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TASK_LABEL } from '../../kubernetes/labels.ts';
import { AdmissionPolicy, type Demand } from './admission-policy.ts';

/** Which Jobs people may start. */
export interface DeclaredJobsProps {
  /** Namespace of the ServiceAccounts of people. Whoever is no such account, as the controllers are, is not asked. */
  readonly people: string;

  /** Label of the namespaces in which it counts. */
  readonly namespacesWith: string;

  /** Names of the CronJobs that say what the tasks are, each once; one is meant in each namespace that has it. */
  readonly tasks: readonly string[];
}

/** What the API server adds to the labels of the pods of a Job. */
const ADDED = ['controller-uid', 'job-name', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name'];

/** The value of a field of a Job, and of the same field of the task's template, with what the API server makes of nothing. */
const FIELDS: Readonly<Record<string, string | undefined>> = {
  activeDeadlineSeconds: undefined,
  backoffLimit: '6',
  completions: '1',
  parallelism: '1',
  podFailurePolicy: undefined,
  successPolicy: undefined,
  ttlSecondsAfterFinished: undefined,
};

/**
 * Lets people create only Jobs that are, field by field, those of a declared task.
 *
 * A Job may name every Secret and every account of its namespace, so whoever may create any Job has all of them. Each task
 * is a CronJob that is never due; a Job says by a label which one it is, and is compared with that CronJob. One binding a
 * task, since the API server must refuse where that CronJob is absent: with one for all it would look at the others alone.
 */
export class DeclaredJobs extends Construct {
  /**
   * What compares the Jobs of each task. It must be there before the task can be named, and go after that: whoever
   * applies these objects one after the other keeps to it.
   */
  readonly comparisons: readonly ApiObject[];

  /**
   * What must stay in a cluster where it has been, even without any task: the API server stops to look at CronJobs when
   * the last policy that wants them goes, and does not begin again before it restarts (Kubernetes 1.36). Until then it
   * would refuse every task that is declared later.
   */
  readonly lasting: readonly ApiObject[];

  constructor(scope: Construct, id: string, { people, namespacesWith, tasks }: DeclaredJobsProps) {
    super(scope, id);
    const when = { name: 'by-people', expression: `'system:serviceaccounts:${people}' in request.userInfo.groups` };
    const created = { group: 'batch', resource: 'jobs' };
    const same = new AdmissionPolicy(this, 'Same', {
      name: SAME,
      compared: { apiVersion: 'batch/v1', kind: 'CronJob' },
      ...{ created, when, variables: { task: 'params.spec.jobTemplate' }, demands: demands() },
    });
    const values = [...tasks].sort();
    this.comparisons = values.map((task) =>
      same.apply({
        name: `${SAME}.${task}`,
        namespacesWith,
        objects: { label: TASK_LABEL, values: [task] },
        comparedWith: task,
      }),
    );
    const none = same.apply({
      ...{ name: SAME, namespacesWith, objects: { label: TASK_LABEL, values: [''] }, comparedWith: 'none' },
    });
    this.lasting = [same.policy, none];
    const named = new AdmissionPolicy(this, 'Named', {
      name: 'people-start-declared-tasks',
      ...{ created, when, demands: [{ expression: 'false', message: UNDECLARED }] },
    });
    named.apply({
      name: 'people-start-declared-tasks',
      namespacesWith,
      ...(values.length > 0 && { objects: { label: TASK_LABEL, values, others: true } }),
    });
  }
}

const SAME = 'people-start-tasks-as-declared';

const UNDECLARED = `its label ${TASK_LABEL} names no declared task, and people start no other Jobs here; make it by kubectl create job --from=cronjob/TASK`;

function demands(): Demand[] {
  const differs = (what: string) =>
    `${what} not that of the declared task; make it by kubectl create job --from=cronjob/TASK`;
  return [
    { expression: 'object.spec.template.spec == variables.task.spec.template.spec', message: differs('its pod is') },
    { expression: labelsOfPods(), message: differs('a label of its pod is') },
    { expression: same('spec.template.metadata.?annotations'), message: differs('an annotation of its pod is') },
    { expression: '!has(object.spec.template.metadata.finalizers)', message: differs('a finalizer of its pod is') },
    ...Object.entries(FIELDS).map(([field, otherwise]) => ({
      expression: same(`spec.?${field}`, otherwise),
      message: differs(`its ${field} is`),
    })),
    { expression: '!object.spec.?manualSelector.orValue(false)', message: differs('its selector is') },
    { expression: same('metadata.?labels'), message: differs('one of its labels is') },
    {
      expression: "object.metadata.name.startsWith(params.metadata.name + '-')",
      message: 'its name does not begin with that of its task and a hyphen',
    },
  ];
}

/** Whether a field of the Job is that of the template. */
function same(field: string, otherwise?: string): string {
  const value = otherwise === undefined ? '' : `.orValue(${otherwise})`;
  return `object.${field}${value} == variables.task.${field}${value}`;
}

/** The API server adds some; no other may be there, and none may be missing: a Service finds pods by them. */
function labelsOfPods(): string {
  const added = `[${ADDED.map((label) => `'${label}'`).join(', ')}]`;
  const [ofJob, ofTask] = ['object', 'variables.task'].map(
    (one) => `${one}.spec.template.metadata.?labels.orValue({})`,
  );
  return (
    `${ofJob}.all(label, label in ${added} || (label in ${ofTask} && ${ofJob}[label] == ${ofTask}[label])) && ` +
    `${ofTask}.all(label, label in ${ofJob})`
  );
}
