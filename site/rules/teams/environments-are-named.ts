import { meant } from '../../fields/nearest.ts';
import { listed, shown } from '../../fields/shown.ts';
import { type TeamService, teamServices } from '../../plan/teams/services.ts';
import type { Site } from '../../site.ts';
import { PROCESS_KINDS } from '../../team/processes.ts';
import type { Conflict, Rule } from '../rule.ts';

/** What differs in an environment differs in one of the site, from something that the service has. */
export const environmentsAreNamed: Rule = {
  id: 'environments-are-named',
  conflicts: (site) =>
    teamServices(site).flatMap((one) => [...unknownEnvironments(site, one), ...unknownProcesses(one)]),
};

function unknownEnvironments({ environments }: Site, { stated, path }: TeamService): Conflict[] {
  return Object.keys(stated.in ?? {})
    .filter((name) => !Object.hasOwn(environments, name))
    .map((name) => ({
      path: [...path, 'in', name],
      with: [['environments']],
      found: shown(name),
      rule: 'is no environment of the site',
      fix: oneOfThem(name, Object.keys(environments), 'environments in platform.ts'),
    }));
}

function unknownProcesses({ stated, path }: TeamService): Conflict[] {
  return Object.entries(stated.in ?? {}).flatMap(([environment, there]) =>
    PROCESS_KINDS.flatMap((kind) =>
      Object.keys(there[kind] ?? {})
        .filter((name) => !Object.hasOwn(stated[kind] ?? {}, name))
        .map((name) => ({
          path: [...path, 'in', environment, kind, name],
          with: [[...path, kind]],
          found: shown(name),
          rule: `is not among the ${kind} of the service, of which it could differ`,
          fix: oneOfThem(name, Object.keys(stated[kind] ?? {}), `${kind} of the service`),
        })),
    ),
  );
}

/** What to write for a name that is not among the known ones. */
function oneOfThem(name: string, known: readonly string[], where: string): string {
  const otherwise =
    known.length === 0 ? `add it to ${where}, or leave it out` : `write ${listed(known)}, or add it to ${where}`;
  return meant(name, known) ?? otherwise;
}
