import { own } from '../../own.ts';
import type { Site } from '../../site.ts';
import { platformNamespaces } from '../namespaces.ts';
import { baseFolder } from './folders.ts';
import type { UsePlan } from './service-plan.ts';
import { serviceOf } from './services.ts';

/** What stands for a team in front of the name of a machine outside the cluster: `home/nas`. */
export const HOME_TEAM = 'home';

/** Team and service of what is used: `search/api`, or `api` of the same team. */
export function readUse(written: string, team: string): readonly [team: string, service: string] {
  const [first, second] = written.split('/') as [string, string | undefined];
  return second === undefined ? [team, first] : [first, second];
}

/** Names of what is at home and may be used. */
export function homeNames({ home }: Pick<Site, 'home'>): string[] {
  return [...Object.keys(home?.services ?? {}), ...Object.keys(home?.targets ?? {})];
}

/** The variables that may tell a process where something is: `SEARCH_API_URL`, `SEARCH_API_HOST`, `SEARCH_API_PORT`. */
export function variablesOfUse(written: string): string[] {
  return ['URL', 'HOST', 'PORT'].map((what) => variableOf(written, what));
}

function variableOf(written: string, what: string): string {
  return `${written.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_${what}`;
}

/** Something that is used, from a team in an environment. */
export interface Use {
  readonly written: string;
  readonly team: string;
  readonly environment: string;
}

/** Where what is used answers. The rules of the site have made sure that it is there; otherwise this throws. */
export function usePlan(site: Pick<Site, 'home' | 'teams'>, { written, team, environment }: Use): UsePlan {
  const [of, name] = readUse(written, team);
  if (of === HOME_TEAM) return atHome(site, written, name);
  const port = serviceOf(site, of, name)?.port;
  if (port === undefined) throw new Error(`${written} has no port`);
  const namespace = baseFolder(of, environment);
  return {
    ...{ written, port, to: { kind: 'service', team: of, service: name, namespace } },
    variables: addressVariables(written, { host: inside(name, namespace), port, protocol: 'http' }),
  };
}

/** A service at home is called by the name that it has in the cluster, a machine by its address. */
function atHome({ home }: Pick<Site, 'home'>, written: string, name: string): UsePlan {
  const service = own(home?.services, name);
  if (service) {
    const host = inside(name, platformNamespaces.home.name);
    const { protocol, address } = service;
    const { port } = address;
    return {
      ...{ written, port, to: { kind: 'home', name, address: address.address } },
      variables: addressVariables(written, { host, port, protocol }),
    };
  }
  const [address, digits] = (own(home?.targets, name) ?? '').split(':') as [string, string];
  const port = Number(digits);
  const to = { kind: 'home', name, address } as const;
  return { written, port, to, variables: addressVariables(written, { host: address, port }) };
}

interface Address {
  readonly host: string;
  readonly port: number;

  /** How it speaks, where that is known. */
  readonly protocol?: 'http' | 'https';
}

function addressVariables(written: string, { host, port, protocol }: Address): Readonly<Record<string, string>> {
  return {
    ...(protocol && { [variableOf(written, 'URL')]: `${protocol}://${host}:${port}` }),
    [variableOf(written, 'HOST')]: host,
    [variableOf(written, 'PORT')]: `${port}`,
  };
}

/** The whole name of a Service: without a list of searches, it is looked up once. */
function inside(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}
