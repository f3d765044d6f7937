import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DIST, destinationOf, SCRATCH } from './destination.ts';
import type { Manifest } from './manifest.ts';
import { refuseIfOvertaken } from './overtaken.ts';
import { writeTree } from './write-tree.ts';
import { yamlText } from './yaml.ts';

/** Name of the file in which cdk8s tells validation plugins which construct made which object. */
const METADATA = 'construct-metadata.json';

/** Texts beside the folders of a tree, for people who read it, by the names of their files. */
export type Notes = Readonly<Record<string, string>>;

/**
 * Writes the manifests to where this synth was asked to, all at once, and answers in a line what has changed; of a stream
 * there is nothing to say.
 *
 * @param notes go where a tree goes, and not into a stream
 */
export function publish(
  manifests: readonly Manifest[],
  notes: Notes = {},
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const withMetadata = environment.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  const destination = destinationOf(environment);
  if (destination.to === 'stream') {
    writeStream(destination.folder, manifests, withMetadata);
    return '';
  }
  if (destination.to === 'folder') return write(destination.folder, treeOf(manifests, withMetadata, notes));
  const changes = write(DIST, treeOf(manifests, false, notes));
  if (destination.deleted) process.stderr.write(DELETED);
  if (destination.link) offer(manifests, withMetadata, notes);
  return changes;
}

/** Every file of a tree, by its path. */
export function treeOf(manifests: readonly Manifest[], withMetadata: boolean, notes: Notes = {}): Map<string, string> {
  const files = new Map(manifests.map(({ folder, file, object }) => [`${folder}/${file}`, yamlText(object)]));
  for (const [name, text] of Object.entries(notes)) files.set(name, text);
  if (withMetadata) files.set(METADATA, metadataText(manifests));
  return files;
}

/** All objects as one text, as `synthYaml` of cdk8s has it. */
export function streamOf(manifests: readonly Manifest[]): string {
  return manifests.map(({ object }) => yamlText(object)).join('---\n');
}

/** One file only: the cdk8s command prints several at the same time, one into the other. */
function writeStream(folder: string, manifests: readonly Manifest[], withMetadata: boolean): void {
  writeFileSync(join(folder, 'manifests.yaml'), streamOf(manifests));
  if (withMetadata) writeFileSync(join(folder, METADATA), metadataText(manifests));
}

/** Gives the cdk8s command its output folder: a link to `dist/`, or a copy where validation plugins want metadata too. */
function offer(manifests: readonly Manifest[], withMetadata: boolean, notes: Notes): void {
  rmSync(SCRATCH, { recursive: true, force: true });
  if (withMetadata) {
    writeTree(SCRATCH, treeOf(manifests, true, notes));
    return;
  }
  try {
    symlinkSync(DIST, SCRATCH, 'junction');
  } catch (error) {
    // A second synth at the same time has made the same link.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function metadataText(manifests: readonly Manifest[]): string {
  const resources = Object.fromEntries(
    manifests.map(({ object, construct }) => [object.metadata.name, { path: construct }]),
  );
  return JSON.stringify({ version: '1.0.0', resources });
}

function write(folder: string, files: ReadonlyMap<string, string>): string {
  const { kept, written, removed } = writeTree(folder, files, refuseIfOvertaken);
  const changed = written + removed > 0 ? `${written} written, ${removed} removed, ` : '';
  return `${relative('.', folder)}/: ${changed}${kept} unchanged\n`;
}

const DELETED = `
cdk8s was told to write to ${DIST}/ itself, and so deleted it before this synth.
Leave --output away: then a synth that is refused or interrupted keeps the last good ${DIST}/.
`;
