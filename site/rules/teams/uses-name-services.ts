import { meant } from '../../fields/nearest.ts';
import { shown } from '../../fields/shown.ts';
import { onceAPlace } from '../../once-a-place.ts';
import { type PlacedService, placedServices, placeThere, teamServices } from '../../plan/teams/services.ts';
import { HOME_TEAM, homeNames, readUse } from '../../plan/teams/uses.ts';
import type { Site } from '../../site.ts';
import type { Conflict, Rule } from '../rule.ts';

/** What a service uses is there, and answers requests. */
export const usesNameServices: Rule = {
  id: 'uses-name-services',
  conflicts: (site) => {
    const known = knownNames(site);
    return onceAPlace(placedServices(site).flatMap((one) => missing(one, known)));
  },
};

function missing(one: PlacedService, known: Known): Conflict[] {
  const { team, service, there } = one;
  return (there.uses ?? []).flatMap((written, index) => {
    const breach = breachOf(written, `${team}/${service}`, known);
    const used = [
      'teams',
      ...readUse(written, team).flatMap((name, depth) => (depth === 0 ? [name] : ['services', name])),
    ];
    return breach
      ? [
          {
            path: placeThere(one, 'uses', index),
            with: [['teams'], used, [...used, 'port'], ['home']],
            found: shown(written),
            ...breach,
          },
        ]
      : [];
  });
}

interface Known {
  /** Whether each service answers requests, by `team/service`. */
  readonly answers: ReadonlyMap<string, boolean>;
  readonly home: readonly string[];
}

function knownNames(site: Site): Known {
  const services = teamServices(site).map(
    ({ team, service, stated }) => [`${team}/${service}`, stated.port !== undefined] as const,
  );
  return { answers: new Map(services), home: homeNames(site).map((name) => `${HOME_TEAM}/${name}`) };
}

function breachOf(written: string, user: string, { answers, home }: Known) {
  const name = readUse(written, user.split('/')[0] as string).join('/');
  if (home.includes(name)) return undefined;
  if (name === user) return { rule: 'is the service itself', fix: 'leave it out' };
  const answer = answers.get(name);
  if (answer === true) return undefined;
  if (answer === false) return { rule: 'has no port, so nobody can call it', fix: 'give it a port, or leave it out' };
  return {
    rule: 'is no service of a team, and no machine at home',
    fix: meant(name, [...answers.keys(), ...home]) ?? 'write a service of your team, or team/service, or leave it out',
  };
}
