import { type PlannedReceivers, receiversOf } from '../../channels/index.ts';
import type { Site } from '../../site.ts';
import type { Team } from '../../team/team.ts';
import type { TeamOwner } from '../owners.ts';
import type { SecretPlan, SecretUse } from '../secret-need.ts';
import { channelSecrets, ownedSecrets, passwordSecret } from '../secrets.ts';
import { baseFolder } from './folders.ts';
import type { ReleasedService } from './released.ts';
import type { ServicePlan } from './service-plan.ts';

/** From its second version on the Secret of a service says which it is, so that a change of it is a release of its own. */
export function secretOfService(service: string, version = 1): string {
  return version === 1 ? service : `${service}-${version}`;
}

/** The Secrets in the namespace of a team. */
export function serviceSecrets(
  owner: TeamOwner,
  services: readonly ReleasedService[],
  planned: readonly ServicePlan[],
): SecretPlan[] {
  return ownedSecrets(owner, [
    ...planned.flatMap(variables),
    ...planned.flatMap(pull),
    ...services.flatMap(({ team, environment, there: { guard, passwords } }) =>
      guard === 'basic' && passwords !== undefined ? [passwordSecret(baseFolder(team, environment), passwords)] : [],
    ),
  ]);
}

/** It stays when a new version takes its place: pods that run with it may start again. */
function variables({ name, namespace, secret, owner: { team } }: ServicePlan): SecretUse[] {
  if (!secret) return [];
  const keys = Object.fromEntries(secret.keys.map((key) => [key, `variable of ${team}/${name}`]));
  return [{ name: secret.name, namespace, keys, for: `new pods of ${team}/${name} do not start`, kept: true }];
}

/** The only key of a Secret with which images are pulled, and its type. */
const PULL = { key: '.dockerconfigjson', type: 'kubernetes.io/dockerconfigjson' };

function pull({ namespace, pullSecret, repository }: ServicePlan): SecretUse[] {
  if (pullSecret === undefined) return [];
  const [registry] = repository.split('/');
  return [
    {
      ...{ name: pullSecret, namespace, type: PULL.type, files: [PULL.key] },
      keys: { [PULL.key]: `what docker login ${registry} writes to ~/.docker/config.json` },
      for: `no image of ${registry} is pulled`,
    },
  ];
}

/** The Secrets of those who hear of a team's alerts, beside those of all others. */
export function receiverSecrets(owner: TeamOwner, { notify }: Team): SecretPlan[] {
  return ownedSecrets(owner, channelSecrets(notify ?? {})).map((one) => ({
    ...one,
    ...{ name: besides(owner.team, one.name), inVault: besides(owner.team, one.name) },
  }));
}

/** The receivers of a team. */
export function teamReceivers(site: Pick<Site, 'domain' | 'contact'>, team: string, { notify }: Team) {
  if (!notify) return undefined;
  const renamed = Object.entries(receiversOf(notify, site)).map(([channel, receiver]) => [
    channel,
    { ...receiver, secret: besides(team, receiver.secret) },
  ]);
  return Object.fromEntries(renamed) as PlannedReceivers;
}

/** Name of a Secret of a team in a namespace of the platform: it begins with the name of the team. */
export function besides(team: string, secret: string): string {
  return secret.startsWith(`${team}-`) ? secret : `${team}-${secret}`;
}
