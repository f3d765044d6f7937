import { listed } from '../fields/shown.ts';
import type { Rule } from './rule.ts';

/** The shares of all environments add up to at most 100 percent and leave something for those that state none. */
export const environmentSharesFit: Rule = {
  id: 'environment-shares-fit',
  conflicts: ({ environments }) => {
    const names = Object.keys(environments);
    const stated = Object.values(environments).reduce((sum, { share }) => sum + (share ?? 0), 0);
    const silent = names.filter((name) => environments[name]?.share === undefined);
    if (stated + silent.length <= 100) return [];
    const left = silent.length === 0 ? '' : ` and leave too little for ${listed(silent)}`;
    return [
      {
        path: ['environments'],
        with: names.map((name) => ['environments', name, 'share']),
        rule: `have shares that add up to ${stated} percent${left}`,
        fix: `write shares that add up to at most ${100 - silent.length}`,
      },
    ];
  },
};
