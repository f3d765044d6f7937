import { listed } from '../fields/shown.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** The shares of all environments add up to at most 100 percent and leave something for those that state none. */
export const environmentSharesFit: Rule = {
  id: 'environment-shares-fit',
  conflicts: ({ environments }) => {
    const names = Object.keys(environments);
    const stated = sumOf(Object.keys(environments), environments);
    const silent = names.filter((name) => environments[name]?.share === undefined);
    if (stated + silent.length <= 100) return [];
    const largest = decisive(environments);
    const left = silent.length === 0 ? '' : ` and leave too little for ${listed(silent)}`;
    return [
      {
        path: ['environments'],
        with: largest.map((name) => ['environments', name, 'share']),
        rule: `have shares that add up to ${sumOf(largest, environments)} percent${left}`,
        fix: `write shares that add up to at most ${100 - silent.length}`,
      },
    ];
  },
};

/**
 * The largest shares, as many as are too much by themselves with one percent for each other environment: what is wrong
 * with a smaller one changes nothing then.
 */
function decisive(environments: Site['environments']): string[] {
  const sorted = Object.entries(environments).sort(([, one], [, other]) => (other.share ?? 0) - (one.share ?? 0));
  const enough = sorted.findIndex((_, index) => {
    const names = sorted.slice(0, index + 1).map(([name]) => name);
    return sumOf(names, environments) + sorted.length - names.length > 100;
  });
  return sorted.slice(0, enough + 1).map(([name]) => name);
}

function sumOf(names: readonly string[], environments: Site['environments']): number {
  return names.reduce((sum, name) => sum + (environments[name]?.share ?? 0), 0);
}
