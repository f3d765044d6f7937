import type { IConstruct } from 'constructs';
import { at, refine } from './refine.ts';

/**
 * Takes the namespace off an object that lives in none: cdk8s gives every object the one of its chart, and a client that
 * applies it there is refused.
 */
export function clusterScoped(object: IConstruct): void {
  refine(object, (rendered) => {
    delete at(rendered, 'metadata').namespace;
  });
}
