import { meant } from '../../fields/nearest.ts';
import { listed, shown } from '../../fields/shown.ts';
import { inEnvironment } from '../../plan/teams/in-environment.ts';
import type { Project } from '../../stated.ts';
import type { StatedService } from '../../team/service.ts';
import { type Versions, versionsFile } from '../../team/versions.ts';
import type { ConflictBetween, RuleBetween } from '../rule.ts';

/** The environment of previews, which have versions of their own. */
const PREVIEWS = 'preview';

/** A version is one of a service that there is, in an environment that there is. */
export const versionsNameServices: RuleBetween<Project> = {
  id: 'versions-name-services',
  conflicts: ({ site, versions }) =>
    Object.entries(versions).flatMap(([team, released]) => {
      const services = site.teams?.[team]?.services ?? {};
      const known = Object.keys(site.environments).filter((name) => name !== PREVIEWS);
      const say = (path: readonly string[], rest: Omit<ConflictBetween, 'in' | 'path' | 'with'>): ConflictBetween => ({
        ...{ in: versionsFile(team), path, ...rest },
        with: [
          { in: 'site', path: ['teams', team, 'services'] },
          { in: 'site', path: ['environments'] },
        ],
      });
      return Object.entries(released).flatMap(([service, there]) =>
        Object.hasOwn(services, service)
          ? inService(service, there, { known, stated: services[service] as StatedService, say })
          : [say([service], { ...unknown(service, Object.keys(services), `no service of teams/${team}.ts`) })],
      );
    }),
};

interface Context {
  readonly known: readonly string[];
  readonly stated: StatedService;
  readonly say: (path: readonly string[], rest: Omit<ConflictBetween, 'in' | 'path' | 'with'>) => ConflictBetween;
}

function inService(service: string, there: Versions[string], { known, stated, say }: Context): ConflictBetween[] {
  return Object.entries(there).flatMap(([environment, { secrets }]) => {
    if (!known.includes(environment)) {
      return [say([service, environment], elsewhere(environment, known))];
    }
    if (secrets === undefined || inEnvironment(stated, environment).secrets) return [];
    const rule = 'is the version of secrets that the service does not have';
    return [say([service, environment, 'secrets'], { found: `${secrets}`, rule, fix: 'leave it out' })];
  });
}

/** The version itself is shown, and so the rule names the environment. */
function elsewhere(environment: string, known: readonly string[]) {
  if (environment === PREVIEWS) {
    return { rule: 'is a version in preview, and each preview has one of its own', fix: 'leave it out' };
  }
  const { fix, found } = unknown(environment, known, '');
  return { rule: `is a version in ${found}, which is no environment of the site`, fix };
}

function unknown(name: string, known: readonly string[], what: string) {
  const fix = meant(name, known) ?? `write ${listed(known)}, or leave it out`;
  return { found: shown(name), rule: `is ${what}`, fix };
}
