import { PLATFORM_PRIORITY } from '../../site/plan/priorities.ts';
import { at, type Rendered } from '../refine.ts';

/**
 * Gives the pods of a rendered workload their rank, which cdk8s-plus-27 cannot say.
 *
 * @param name name of the priority class
 */
export function prioritise(rendered: Rendered, name = PLATFORM_PRIORITY): void {
  at(rendered, 'spec', 'template', 'spec').priorityClassName = name;
}
