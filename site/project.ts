import { join } from 'node:path';
import { OUTPUTS_FILE, outputsDraft } from './outputs.ts';
import { siteDraft } from './parse.ts';
import { type Draft, together } from './parser.ts';
import type { Parsed } from './problem.ts';
import { rulesBetween } from './rules/between.ts';
import type { Project } from './stated.ts';
import { versionsDraft, versionsFile } from './team/versions.ts';

export type { Project } from './stated.ts';

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
