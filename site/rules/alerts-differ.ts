import { PLATFORM_ALERTS } from '../plan/alerts.ts';
import type { Rule } from './rule.ts';

/** No two alerts have one name, in small letters or in capitals: the name decides who hears of it and what silences it. */
export const alertsDiffer: Rule = {
  id: 'alerts-differ',
  conflicts: ({ monitoring: { alerts = {} } }) => {
    const taken = new Map<string, string>(
      PLATFORM_ALERTS.map((name) => [name.toLowerCase(), `by ${name}, which every site may have`]),
    );
    return Object.keys(alerts).flatMap((name) => {
      const other = taken.get(name.toLowerCase());
      taken.set(name.toLowerCase(), other ?? `by monitoring.alerts.${name}`);
      if (other === undefined) return [];
      return [
        {
          path: ['monitoring', 'alerts', name],
          found: name,
          rule: `is taken ${other}`,
          fix: `give yours another name, such as Own${name}`,
        },
      ];
    });
  },
};
