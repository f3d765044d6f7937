import { onceAPlace } from '../once-a-place.ts';
import type { Reachable } from '../plan/reachable.ts';
import type { Conflict } from './rule.ts';

/** Networks that may come, by what an exposure makes of them. */
interface Against extends Pick<Conflict, 'rule' | 'fix'> {
  readonly isWrong: (network: string) => boolean;

  /** Other fields that have a part in it. */
  readonly with: NonNullable<Conflict['with']>;
}

/**
 * What is allowed to come and does not suit the exposure.
 *
 * Where an environment has an exposure of its own, and who may come is written for the service, the exposure is what does
 * not fit: the networks are right elsewhere.
 */
export function allowedAgainstExposure(
  reachables: readonly Reachable[],
  { isWrong, with: others, rule, fix }: Against,
): Conflict[] {
  return onceAPlace(
    reachables.flatMap(({ at, differs, reach: { allowFrom = [] } }) => {
      const wrong = [...allowFrom.entries()].filter(([, network]) => isWrong(network));
      const together = { with: [at('exposure'), at('allowFrom'), ...others] };
      if (!differs('exposure') || differs('allowFrom')) {
        return wrong.map(([index]) => ({ path: at('allowFrom', index), ...together, rule, fix }));
      }
      const networks = wrong.map(([, network]) => network).join(', ');
      return wrong.slice(0, 1).map(() => ({
        ...{ path: at('exposure'), ...together },
        rule: `does not fit allowFrom of the service: ${networks} ${rule}`,
        fix: 'write allowFrom beside it, with the networks that come there, or leave it out',
      }));
    }),
  );
}
