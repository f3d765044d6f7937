import { onceAPlace } from '../../once-a-place.ts';
import { pullSecretOf } from '../../plan/teams/images.ts';
import { type ReleasedService, releasedServices } from '../../plan/teams/released.ts';
import { secretOfService } from '../../plan/teams/secrets.ts';
import { placeThere } from '../../plan/teams/services.ts';
import type { Site } from '../../site.ts';
import type { Project } from '../../stated.ts';
import { versionsFile } from '../../team/versions.ts';
import type { ConflictBetween, RuleBetween } from '../rule.ts';

/** A Secret in the namespace of a team, by what is in it. */
interface Named {
  readonly name: string;
  readonly what: string;
  readonly fix: string;
  readonly in: string;
  readonly path: ConflictBetween['path'];
}

const ANOTHER = 'write the name of another Secret';

/**
 * One Secret holds the variables of one service, a password file, or the credential of a registry, and none of them is
 * the certificate of a host.
 */
export const secretsOfServicesDiffer: RuleBetween<Project> = {
  id: 'secrets-of-services-differ',
  conflicts: ({ site, versions }) => {
    const released = releasedServices(site, versions);
    const taken = new Map<string, string>();
    const found = KINDS.flatMap((kind) =>
      released.flatMap((one) => {
        const named = kind(one, site);
        if (!named) return [];
        const place = `${one.team} ${one.environment} ${named.name}`;
        const other = taken.get(place) ?? certificate(named.name, one, released) ?? named.what;
        taken.set(place, other);
        return other === named.what ? [] : [conflict(named, other, one)];
      }),
    );
    return onceAPlace(found);
  },
};

/** Those of the first version come before later ones, whose names follow from a number. */
const KINDS: readonly ((one: ReleasedService, site: Site) => Named | undefined)[] = [
  (one) => (isFirst(one) ? variables(one) : undefined),
  (one) => (isFirst(one) ? undefined : variables(one)),
  passwords,
  credential,
];

function variables(one: ReleasedService): Named | undefined {
  const { team, service, environment, there, released } = one;
  if (!there.secrets) return undefined;
  const secret = { name: secretOfService(service, released.secrets), what: `the secrets of ${team}/${service}` };
  if (isFirst(one)) {
    const fix = 'give one of the services another name';
    return { ...secret, fix, in: 'site', path: placeThere(one, 'secrets') };
  }
  const fix = 'write the next number, and make the Secret that has it in its name';
  return { ...secret, fix, in: versionsFile(team), path: [service, environment, 'secrets'] };
}

/** Whether the Secret has no number in its name. */
function isFirst({ released: { secrets = 1 } }: ReleasedService): boolean {
  return secrets === 1;
}

function passwords(one: ReleasedService): Named | undefined {
  const { guard, passwords: name } = one.there;
  if (guard !== 'basic' || name === undefined) return undefined;
  return { name, what: 'a password file', fix: ANOTHER, in: 'site', path: placeThere(one, 'passwords') };
}

function credential({ there }: ReleasedService, site: Site): Named | undefined {
  const name = pullSecretOf(site, there.image);
  const [registry] = Object.entries(site.registries ?? {}).find(([, { secret }]) => secret === name) ?? [];
  if (name === undefined || registry === undefined) return undefined;
  const what = 'the credential of a registry';
  return { name, what, fix: ANOTHER, in: 'site', path: ['registries', registry, 'secret'] };
}

/** The Secret of a certificate has the name of its service, and which issuer made it. */
function certificate(name: string, { team }: ReleasedService, released: readonly ReleasedService[]) {
  const published = released.find(
    (other) => other.team === team && other.there.host !== undefined && name.startsWith(`${other.service}-tls-`),
  );
  return published && `the certificate of ${published.team}/${published.service}`;
}

function conflict({ name, what, fix, ...place }: Named, other: string, { team, environment }: ReleasedService) {
  return {
    ...place,
    with: [{ in: 'site', path: ['teams', team, 'services'] }],
    found: name,
    rule: `is to hold ${what} in ${environment}, and holds ${other} already`,
    fix,
  };
}
