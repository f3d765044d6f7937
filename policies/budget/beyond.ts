import { askedText, overruns, overrunText } from '../../site/plan/allowance.ts';
import type { Counted } from '../../site/plan/always-free.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach } from '../policy.ts';
import { askedOf } from './asked.ts';

/**
 * The sums of some things that are beyond the allowance; none where the site says why it may cost.
 *
 * @param less how to ask for less
 */
export function beyondTheAllowance(
  context: PolicyContext,
  counted: readonly Counted[],
  less: (one: Counted) => string,
): Breach[] {
  const { allowance, allowPaid } = context.plan.cloud;
  if (allowPaid !== undefined) return [];
  return overruns(context.fact(askedOf), allowance)
    .filter((overrun) => counted.includes(overrun.counted))
    .map((overrun) => ({
      path: ['cloud', 'allowance', overrun.counted],
      found: askedText(overrun),
      rule: overrunText(overrun),
      fix: `${less(overrun.counted)}, or what your account gives here, or why it may cost in cloud.allowPaid`,
    }));
}
