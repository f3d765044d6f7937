import { exampleValues, isBegun, isUntouched } from '../plan/example-values.ts';
import type { Rule } from './rule.ts';

/** A site is the example as it stands, or somebody's own throughout. A wrong name of their own is not the example's. */
export const exampleValuesAreReplaced: Rule = {
  id: 'example-values-are-replaced',
  conflicts: (site, isRefused) => (isUntouched(site) && !isBegun(isRefused) ? [] : exampleValues(site)),
};
