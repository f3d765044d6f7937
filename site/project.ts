import { join } from 'node:path';
import { OUTPUTS_FILE, outputsDraft, type SiteOutputs } from './outputs.ts';
import { siteDraft } from './parse.ts';
import { type Draft, together } from './parser.ts';
import type { Parsed } from './problem.ts';
import { rulesBetween } from './rules/index.ts';
import type { Site } from './site.ts';
import { type Versions, versionsDraft, versionsFile } from './team/versions.ts';

/** All that the owner of a site states, and what was built from it. */
export interface Project {
  /** The site, with all that its teams state. */
  readonly site: Site;

  /**
   * What the infrastructure handed over.
   *
   * @default - nothing: it is not built yet
   */
  readonly outputs?: SiteOutputs;

  /** What each team has released, by its name. */
  readonly versions: Readonly<Record<string, Versions>>;
}

/**
 * Reads what `platform.ts` exports, what its teams state, and the files of data beside it: one report names what is wrong
 * in each of them and between them.
 *
 * @param folder where the files of data are
 */
export function readProject(exported: unknown, folder = ''): Parsed<Project> {
  const site = siteDraft(exported);
  const outputs = outputsDraft(join(folder, OUTPUTS_FILE));
  const teams = Object.keys(site.value?.teams ?? {});
  const versions = teams.map((team) => [team, versionsDraft(team, join(folder, versionsFile(team)))] as const);
  return together<Project>(
    {
      drafts: {
        site,
        ...(outputs && { outputs }),
        ...Object.fromEntries(versions.map(([team, draft]) => [versionsFile(team), draft])),
      },
      value: () => ({
        site: read(site),
        ...(outputs && { outputs: read(outputs) }),
        versions: Object.fromEntries(versions.map(([team, draft]) => [team, read(draft)])),
      }),
    },
    rulesBetween,
  );
}

/** The value of a file of which something can be read. */
function read<T>({ value }: Draft<T>): T {
  return value as T;
}
