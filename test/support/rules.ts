import { exampleValuesAreReplaced } from '../../site/rules/example-values-are-replaced.ts';
import { rules } from '../../site/rules/index.ts';

/** Every rule but that whoever changes one value of the example changes them all: a test changes what it is about. */
export const rulesOfTests = rules.filter((rule) => rule !== exampleValuesAreReplaced);
