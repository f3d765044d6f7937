import { onceAPlace } from '../../once-a-place.ts';
import { type PlacedService, placedServices, placeThere } from '../../plan/teams/services.ts';
import { variablesOfUse } from '../../plan/teams/uses.ts';
import { GIVEN } from '../../plan/teams/variables.ts';
import type { Path } from '../../problem.ts';
import type { Conflict, Rule } from '../rule.ts';

/** A variable is stated once: as a value, as a secret, or by what the service uses. */
export const variablesHaveOneSource: Rule = {
  id: 'variables-have-one-source',
  conflicts: (site) => onceAPlace(placedServices(site).flatMap((one) => [...usesOfOneName(one), ...twice(one)])),
};

/** `search/api` and `search-api` are told by the same variables. */
function usesOfOneName(one: PlacedService): Conflict[] {
  const { uses = [] } = one.there;
  const first = new Map<string, string>();
  return uses.flatMap((use, index) => {
    const [name = ''] = variablesOfUse(use);
    const earlier = first.get(name);
    first.set(name, earlier ?? use);
    if (earlier === undefined) return [];
    return [
      {
        path: placeThere(one, 'uses', index),
        found: use,
        rule: `has its address in ${name}, and so has ${earlier}`,
        fix: 'leave one of them out, or give one of these services another name',
      },
    ];
  });
}

function twice(one: PlacedService): Conflict[] {
  const { uses = [], env = {}, secrets = [] } = one.there;
  const taken = new Map<string, string>(GIVEN.map((name) => [name, 'every service has it']));
  for (const use of uses) for (const name of variablesOfUse(use)) taken.set(name, `it is the address of ${use}`);
  const all = [
    ...Object.keys(env).map((name) => ({ name, what: 'a value', path: placeThere(one, 'env', name) })),
    ...secrets.map((name, index) => ({ name, what: 'a secret', path: placeThere(one, 'secrets', index) })),
  ];
  const values = new Map<string, Path>();
  return all.flatMap(({ name, what, path: place }) => {
    const [other, earlier = []] = [taken.get(name), values.get(name)];
    taken.set(name, `it is stated as ${what} too`);
    values.set(name, place);
    if (other === undefined) return [];
    return [
      {
        // The longer path is that of an environment, which adds the second source.
        path: earlier.length > place.length ? earlier : place,
        with: (['uses', 'secrets', 'env'] as const).flatMap((group) => [[...one.path, group], placeThere(one, group)]),
        found: name,
        rule: `has two sources: ${other}`,
        fix: 'give it another name, or leave it out',
      },
    ];
  });
}
