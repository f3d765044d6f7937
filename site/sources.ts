import { type Path, pathText } from './problem.ts';
import { TEAMS_FOLDER } from './team/team.ts';

/** A place in the file in which people wrote it. */
export interface Place {
  /** The file, as the user knows it: `teams/shop.ts`. */
  readonly file: string;
  readonly path: Path;
}

/** The file of a team: `teams/shop.ts`. */
export function teamFile(team: string): string {
  return `${TEAMS_FOLDER}/${team}.ts`;
}

/**
 * Where people wrote what stands at a path of a site: what a team states is imported from a file of its own.
 *
 * @param site the file of the site
 */
export function placeOf(site: string, path: Path): Place {
  const [section, team, ...inside] = path;
  if (section !== 'teams' || typeof team !== 'string' || inside.length === 0) return { file: site, path };
  return { file: teamFile(team), path: inside };
}

/** A path of a site in a message about another place: `services.web.host in teams/shop.ts`. */
export function placeText(path: Path): string {
  const { file, path: inside } = placeOf('', path);
  return file === '' ? pathText(path) : `${pathText(inside)} in ${file}`;
}
