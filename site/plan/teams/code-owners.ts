import type { Site } from '../../site.ts';
import { TEAMS_FOLDER } from '../../team/team.ts';
import { VERSIONS_FOLDER } from '../../team/versions.ts';
import { PLATFORM_FOLDERS } from '../folders.ts';
import { baseFolder, serviceFolder } from './folders.ts';

/** A line of CODEOWNERS: what it fits, and who has to agree to a change there. */
export interface OwnedPath {
  /** Pattern of CODEOWNERS, from the root of the repository: a folder ends in a slash. */
  readonly pattern: string;

  /** Never empty. */
  readonly owners: readonly string[];
}

type Stating = Pick<Site, 'teams' | 'environments' | 'git'>;

/** A team with what is its own, whether released or not. */
interface Owning {
  readonly team: string;
  readonly owners: readonly string[];
  readonly places: readonly Place[];
}

/** What a team has in one environment. */
interface Place {
  readonly base: string;
  readonly services: readonly string[];
}

/** A pattern with the folders of `dist/` that it fits; what fits no such folder is a file. */
interface Line extends OwnedPath {
  readonly team: string;
  readonly fits: (folder: string) => boolean;
}

/**
 * The lines of CODEOWNERS for the teams that state owners, in the order of their names. Of lines that fit the last one
 * counts, so a folder that the line of a later team would take has one of its own at the end.
 */
export function codeOwners(site: Stating): OwnedPath[] {
  const all = owningTeams(site);
  const owning = all.filter(({ owners }) => owners.length > 0);
  const unowned = [...PLATFORM_FOLDERS, ...all.filter(({ owners }) => owners.length === 0).flatMap(foldersOf)];
  const lines = owning.flatMap((team) => linesOf(team, site.git.path, unowned));
  const taken = owning.flatMap((team) =>
    foldersOf(team)
      .filter((folder) => lines.findLast(({ fits }) => fits(folder))?.team !== team.team)
      .map((folder) => exact(team, site.git.path, folder)),
  );
  return [...lines, ...taken].map(({ pattern, owners }) => ({ pattern, owners }));
}

function owningTeams({ teams = {}, environments }: Stating): Owning[] {
  const names = Object.keys(teams).sort();
  return names.map((team) => ({
    team,
    owners: teams[team]?.people?.owners ?? [],
    places: Object.keys(environments).map((environment) => ({
      base: baseFolder(team, environment),
      services: Object.keys(teams[team]?.services ?? {}).map((service) => serviceFolder(team, environment, service)),
    })),
  }));
}

function foldersOf({ places }: Owning): string[] {
  return places.flatMap(({ base, services }) => [base, ...services]);
}

function linesOf(team: Owning, path: string, unowned: readonly string[]): Line[] {
  const top = projectIn(path);
  const files = [`${top}/${TEAMS_FOLDER}/${team.team}.ts`, `${top}/${VERSIONS_FOLDER}/${team.team}.json`];
  return [
    ...files.map((pattern) => ({ ...team, pattern, fits: () => false })),
    ...team.places.flatMap(({ base, services }) => [
      exact(team, path, base),
      ...linesOfServices(team, path, { base, services }, unowned),
    ]),
  ];
}

/** Where this project lies in its repository: `/platform` where its output is `platform/dist`, and mostly at the top. */
function projectIn(path: string): string {
  return path.endsWith('/dist') ? `/${path.slice(0, -'/dist'.length)}` : '';
}

/** One for all services, or one for each where that one would fit what nobody has stated an owner of. */
function linesOfServices(team: Owning, path: string, { base, services }: Place, unowned: readonly string[]): Line[] {
  const fits = (folder: string) => folder.startsWith(`${base}-`);
  if (unowned.some(fits)) return services.map((folder) => exact(team, path, folder));
  return [{ ...team, pattern: `/${path}/${base}-*/`, fits }];
}

function exact(team: Owning, path: string, folder: string): Line {
  return { ...team, pattern: `/${path}/${folder}/`, fits: (other) => other === folder };
}
