import { onceAPlace } from '../../plan/once-a-place.ts';
import { type PlacedService, placedServices } from '../../plan/teams/services.ts';
import { variablesOfUse } from '../../plan/teams/uses.ts';
import { GIVEN } from '../../plan/teams/variables.ts';
import type { Conflict, Rule } from '../rule.ts';

/** A variable is stated once: as a value, as a secret, or by what the service uses. */
export const variablesHaveOneSource: Rule = {
  id: 'variables-have-one-source',
  conflicts: (site) => onceAPlace(placedServices(site).flatMap(twice)),
};

function twice({ there: { uses = [], env = {}, secrets = [] }, path }: PlacedService): Conflict[] {
  const taken = new Map<string, string>(GIVEN.map((name) => [name, 'every service has it']));
  for (const use of uses) for (const name of variablesOfUse(use)) taken.set(name, `it is the address of ${use}`);
  const stated = [
    ...Object.keys(env).map((name) => ({ name, field: ['env', name], as: 'a value' })),
    ...secrets.map((name, index) => ({ name, field: ['secrets', index], as: 'a secret' })),
  ];
  return stated.flatMap(({ name, field, as }) => {
    const other = taken.get(name);
    taken.set(name, `it is stated as ${as} too`);
    if (other === undefined) return [];
    return [
      {
        path: [...path, ...field],
        with: ['uses', 'secrets', 'env'].map((group) => [...path, group]),
        found: name,
        rule: `has two sources: ${other}`,
        fix: 'give it another name, or leave it out',
      },
    ];
  });
}
