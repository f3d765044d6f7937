import { WEB_PROCESS } from '../../../kubernetes/labels.ts';
import { teamServices } from '../../plan/teams/services.ts';
import { pathText } from '../../problem.ts';
import { PROCESS_KINDS } from '../../team/processes.ts';
import type { Rule } from '../rule.ts';

/** The process that has a name without stating it. */
const WEB = 'the process that answers requests';

/** Processes of a service share the names of its objects, whatever their kind. */
export const processesHaveOneName: Rule = {
  id: 'processes-have-one-name',
  conflicts: (site) =>
    teamServices(site).flatMap(({ stated, path }) => {
      const first = new Map([[WEB_PROCESS, WEB]]);
      return PROCESS_KINDS.flatMap((kind) =>
        Object.keys(stated[kind] ?? {}).map((name) => [kind, name] as const),
      ).flatMap(([kind, name]) => {
        const earlier = first.get(name);
        first.set(name, earlier ?? pathText([kind, name]));
        if (earlier === undefined) return [];
        return [
          {
            path: [...path, kind, name],
            found: name,
            rule: `is the name of ${earlier} too`,
            fix: earlier === WEB ? 'give it another name' : 'give one of them another name',
          },
        ];
      });
    }),
};
