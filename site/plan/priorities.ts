import type { Site } from '../site.ts';

/**
 * A rank among pods: when a node runs short, those of a lower one go first.
 *
 * Kubernetes never lets the value of a class change, so a name and its value belong together for ever.
 */
export interface PriorityPlan {
  /** Name of the class, as pods name it. */
  readonly name: string;

  /** Higher is more important; pods that name no class have 0, those of Kubernetes itself two billions. */
  readonly value: number;

  /** Whose pods have it. */
  readonly description: string;
}

/** Name of the class of the platform's own pods: without edge, certificates and monitoring nobody's pods are of use. */
export const PLATFORM_PRIORITY = 'platform';

const PLATFORM_VALUE = 1_000_000;

/** Of the environment that is named first. */
const FIRST_VALUE = 900_000;

/** Between two environments: as many as anybody names. */
const STEP = 1_000;

/**
 * The classes of a site: the platform's, and one for each environment, of which those named first are the more important.
 *
 * A class of an environment is called by its place and not by its name: so no value changes when an environment comes in
 * between, and only pods move on to the next class.
 */
export function priorities({ environments }: Pick<Site, 'environments'>): PriorityPlan[] {
  return [
    { name: PLATFORM_PRIORITY, value: PLATFORM_VALUE, description: 'Pods of the platform' },
    ...Object.keys(environments).map((environment, index) => ({
      name: nameAt(index),
      value: FIRST_VALUE - index * STEP,
      description: `Pods of the environment ${environment}`,
    })),
  ];
}

/** Name of the class of an environment's pods. */
export function environmentPriority({ environments }: Pick<Site, 'environments'>, environment: string): string {
  const index = Object.keys(environments).indexOf(environment);
  if (index < 0) throw new RangeError(`'${environment}' is no environment of the site`);
  return nameAt(index);
}

function nameAt(index: number): string {
  return `environment-${index + 1}`;
}
