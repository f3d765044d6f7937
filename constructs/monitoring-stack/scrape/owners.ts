import type { Relabel } from './scrape-config.ts';

/** Whose series are those of a namespace: of a team in an environment, whose namespace is called `TEAM-ENVIRONMENT`. */
export interface Owners {
  /** Teams by the environments in which they have a namespace: `{ prod: ['shop', 'search'] }`. */
  readonly teams: Readonly<Record<string, readonly string[]>>;

  /** Names of their services, each once: `['storefront', 'api']`. */
  readonly services: readonly string[];
}

/** Nobody but the platform. */
export const NO_OWNERS: Owners = { teams: {}, services: [] };

/** Characters of what Kubernetes adds to names, so that they make no words (its package util/rand). */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';

/** What a Deployment adds for its ReplicaSet: a hash of 32 bits, in decimal digits at most ten. */
const HASH = `-${RANDOM}{1,10}`;

/** What is added for a pod. */
const ID = `-${RANDOM}{5}`;

/** The name of a service, then that of a process beside the one that answers requests: neither has two hyphens inside. */
const SERVICE = '(.+?)';
const PROCESS = '--.+';

/** What tells the service in the names of objects, by the label that has the name. */
const NAMES: Readonly<Record<string, string>> = {
  pod: `${SERVICE}(?:${PROCESS}|${HASH}${ID})`,
  deployment: `${SERVICE}(?:${PROCESS})?`,
  replicaset: `${SERVICE}(?:${PROCESS})?${HASH}`,
  job_name: `${SERVICE}${PROCESS}`,
  cronjob: `${SERVICE}${PROCESS}`,
};

/**
 * Gives series the labels `team` and `environment` of a namespace that one of their labels names.
 *
 * Two steps for each environment, however many teams and services there are. What has a team already keeps it: no pod of
 * a team passes for another one by what it gives out.
 */
export function ownedBy(label: string, { teams }: Owners): Relabel[] {
  return environmentsOf(teams).flatMap(([environment, names]) => {
    const step = { source_labels: ['team', label], regex: `;(${names.join('|')})-${environment}` };
    return [
      { ...step, target_label: 'environment', replacement: environment },
      { ...step, target_label: 'team', replacement: '$1' },
    ];
  });
}

/** Gives series of a team the label `service`, by the names of pods and of what makes them. */
export function serviceByName(owners: Owners): Relabel[] {
  if (environmentsOf(owners.teams).length === 0) return [];
  return Object.entries(NAMES).map(([label, regex]) => ({
    source_labels: ['team', label],
    regex: `.+;${regex}`,
    target_label: 'service',
  }));
}

/** Gives series of a team the label `service`, by a name that ends in that of a service: `shop-prod-storefront`. */
export function serviceByEnding(label: string, { services }: Owners): Relabel[] {
  if (services.length === 0) return [];
  const regex = `.+;.+?-(${services.join('|')})`;
  return [{ source_labels: ['team', label], regex, target_label: 'service' }];
}

/** A series of Traefik: no team gives it out. */
const OF_TRAEFIK = ';traefik_.+';

/**
 * Gives the series of Traefik the labels of whom they are about.
 *
 * What Traefik calls a service has the namespace, the Ingress, the Service and its port in its name, and is called
 * `backend` here: `shop-prod-storefront-storefront-8080@kubernetesingressnginx`.
 */
export function ofTraefik({ teams, services }: Owners): Relabel[] {
  return [
    { source_labels: ['team', '__name__', 'service'], regex: `${OF_TRAEFIK};(.+)`, target_label: 'backend' },
    { source_labels: ['team', '__name__'], regex: OF_TRAEFIK, target_label: 'service', replacement: '' },
    ...environmentsOf(teams).flatMap(([environment, names]) => {
      const step = { source_labels: ['team', 'backend'], regex: `;(${names.join('|')})-${environment}-.+` };
      const service = `;(?:${names.join('|')})-${environment}-.+?-(${services.join('|')})-[^-]+@.+`;
      return [
        { ...step, regex: service, target_label: 'service' },
        { ...step, target_label: 'environment', replacement: environment },
        { ...step, target_label: 'team', replacement: '$1' },
      ];
    }),
  ];
}

/** Environments with somebody in them: a choice of nobody would be one of the empty name. */
function environmentsOf(teams: Owners['teams']): [environment: string, teams: readonly string[]][] {
  return Object.entries(teams).filter(([, names]) => names.length > 0);
}
