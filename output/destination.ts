import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Refusal } from './refusal.ts';

/** The folder that is committed, and that Argo CD reads. */
export const DIST = 'dist';

/**
 * The folder that `cdk8s.yaml` names as output.
 *
 * The cdk8s command deletes its output folder before it runs the app. This one is no loss: `dist/` has all of it.
 */
export const SCRATCH = '.synth';

/** Where the manifests of a synth go. */
export type Destination =
  /** To `dist/`; `offer`: the cdk8s command expects to find something too; `deleted`: it has deleted `dist/` before. */
  | { readonly to: 'dist'; readonly offer: boolean; readonly deleted: boolean }
  /** To one file in a folder that the cdk8s command has made, and prints. */
  | { readonly to: 'stream'; readonly folder: string }
  /** To a folder of the user's choice; `dist/` stays as it is. */
  | { readonly to: 'folder'; readonly folder: string };

/**
 * Reads from the environment who started a synth, and where to.
 *
 * `npm run synth` sets nothing. The cdk8s command sets `CDK8S_OUTDIR`: the output folder, which it has deleted, or with
 * `--stdout` an empty folder, which it has made; and always `CDK8S_RECORD_CONSTRUCT_METADATA`.
 */
export function destinationOf(environment: NodeJS.ProcessEnv): Destination {
  const { CDK8S_OUTDIR: folder, CDK8S_RECORD_CONSTRUCT_METADATA: byCommand } = environment;
  if (!folder) return { to: 'dist', offer: false, deleted: false };
  const path = resolve(folder);
  if (path === resolve(SCRATCH)) return { to: 'dist', offer: true, deleted: false };
  if (path === resolve(DIST)) return { to: 'dist', offer: false, deleted: byCommand !== undefined };
  if (byCommand !== undefined && existsSync(path)) return { to: 'stream', folder: path };
  refuseForeign(path);
  return { to: 'folder', folder: path };
}

/** Writing a tree deletes what else is in its folder, so a folder of the user's own is never taken for one. */
function refuseForeign(path: string): void {
  if (!existsSync(path) || readdirSync(path).length === 0) return;
  throw new Refusal(
    `${relative('.', path) || path} is not empty, nothing was written\n\n` +
      '  a synth replaces everything in its output folder; name a new or an empty one in CDK8S_OUTDIR\n',
  );
}
