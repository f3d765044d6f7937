import { listed } from '../../fields/shown.ts';
import type { Site } from '../../site.ts';
import { versionsFile } from '../../team/versions.ts';
import { pullSecretOf } from './images.ts';
import { isBehindSignOn } from './reach.ts';
import { type ReleasedService, releasedServices, type VersionsOfTeams, versionOf } from './released.ts';
import { placedServices, teamServices } from './services.ts';

type Noticed = Pick<Site, 'teams' | 'environments' | 'registries'>;

/** What teams should know, although none of it stops a synth. */
export function teamNotices(site: Noticed, versions: VersionsOfTeams): string[] {
  const released = releasedServices(site, versions);
  return [
    ...unreleased(site, versions),
    ...(released.length > 0 ? [WALLS] : []),
    ...publicRegistries(site, released),
    ...behindSignOn(released),
  ];
}

const WALLS =
  'NetworkPolicies say who calls whom, and nothing enforces them: the network of the cluster has no engine for them.\n' +
  'Keep passwords in front of what holds data; docs/teams.md tells more.';

/** A service of which no version runs anywhere. */
function unreleased(site: Noticed, versions: VersionsOfTeams): string[] {
  const [first] = Object.keys(site.environments);
  const somewhere = new Set(
    placedServices(site)
      .filter((one) => versionOf(versions, one))
      .map(({ team, service }) => `${team}/${service}`),
  );
  const waiting = teamServices(site).filter(({ team, service }) => !somewhere.has(`${team}/${service}`));
  const [one] = waiting;
  if (!one) return [];
  const line = `{ "${one.service}": { "${first}": "1.0.0" } }`;
  return [
    `not released yet: ${waiting.map(({ team, service }) => `${team}/${service}`).join(', ')}.\n` +
      `Nothing of it runs before its version stands in a file: for ${one.service}, write ${line} into ${versionsFile(one.team)}.`,
  ];
}

/** An image that nobody named a credential for is taken as public. */
function publicRegistries(site: Noticed, released: readonly ReleasedService[]): string[] {
  const open = released.filter(({ there }) => pullSecretOf(site, there.image) === undefined);
  const registries = [...new Set(open.map(({ there }) => there.image.split('/')[0] as string))].sort();
  if (registries.length === 0) return [];
  return [
    `images of ${listed(registries)} are pulled without a credential, as public ones are.\n` +
      'For private ones write registries in platform.ts; docs/teams.md tells how.',
  ];
}

/** Somebody calls it who has no account, perhaps: a partner, a provider of payments. */
function behindSignOn(released: readonly ReleasedService[]): string[] {
  const hidden = released
    .filter((one) => isBehindSignOn(one) && (one.there.allowFrom !== undefined || one.there.path !== undefined))
    .map(({ team, service, environment }) => `${team}/${service} in ${environment}`);
  if (hidden.length === 0) return [];
  return [
    `behind the sign-on, because it is not the first environment: ${hidden.join(', ')}.\n` +
      "If programs call it there, write a guard for that environment: in: { staging: { guard: 'basic', passwords: '...' } }.",
  ];
}
