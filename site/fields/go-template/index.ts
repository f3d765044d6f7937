import type { FieldCheck } from '../breach.ts';
import { flawOf } from './template.ts';

export { FUNCTIONS } from './vmalert.ts';

/** The rule that a text is a template that vmalert can fill in: one that it cannot read stops all alerts. */
export const alertTemplate: FieldCheck<string> = {
  id: 'template',
  breach: (value) => {
    const flaw = flawOf(value);
    return flaw && { rule: `is a template ${flaw.rule}`, fix: flaw.fix };
  },
};
