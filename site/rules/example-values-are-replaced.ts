import { exampleValues, isUntouched } from '../plan/example-values.ts';
import type { Rule } from './rule.ts';

/** A site is the example as it stands, or somebody's own throughout. */
export const exampleValuesAreReplaced: Rule = {
  id: 'example-values-are-replaced',
  conflicts: (site) => (isUntouched(site) ? [] : exampleValues(site)),
};
