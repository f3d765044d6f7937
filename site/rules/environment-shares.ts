import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** The shares of all environments add up to at most 100 percent, and leave something for those that state none. */
export function environmentSharesFit({ environments }: Partial<Site>): Problem[] {
  if (!environments) return [];
  const shares = Object.values(environments).map(({ share }) => share);
  const stated = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const silent = shares.filter((share) => share === undefined).length;
  if (stated + silent <= 100) return [];
  const others = silent === 0 ? '' : ` and leave nothing for the ${silent} without a share`;
  return [
    {
      path: ['environments'],
      found: `${stated} percent`,
      rule: `is what the shares add up to${others}`,
      fix: `write shares that add up to at most ${100 - silent}`,
    },
  ];
}
