import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Manifest } from '../kubernetes/manifest.ts';
import { codeOwnersChanges, type OwnedPath } from './code-owners.ts';
import { DIST, destinationOf, SCRATCH } from './destination.ts';
import { refuseIfOvertaken } from './overtaken.ts';
import { textOfFile, writeFiles } from './owned-files.ts';
import { isNamespace, staysText } from './what-stays.ts';
import { writeTree } from './write-tree.ts';
import { yamlText } from './yaml.ts';

/** Name of the file in which cdk8s tells validation plugins which construct made which object. */
const METADATA = 'construct-metadata.json';

/** Name of the file with all objects, one after the other. */
const STREAM = 'manifests.yaml';

/** Where changed files are named, and not only counted: a change of one field touches no more. */
const FEW = 10;

type Tree = ReadonlyMap<string, string>;

/** Texts beside the folders of a tree, for people who read it, by the names of their files. */
export type Notes = Readonly<Record<string, string>>;

/**
 * Writes the manifests to where this synth was told to, all at once, and answers what has changed: the files while they
 * are few, and their numbers. Of a stream there is nothing to say.
 *
 * @param notes go where a tree goes, and not into a stream
 * @param owned lines of teams in CODEOWNERS, which is written with `dist/` and with nothing else
 */
export function publish(
  manifests: readonly Manifest[],
  notes: Notes = {},
  owned: readonly OwnedPath[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const withMetadata = environment.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  const destination = destinationOf(environment);
  if (destination.to === 'stream') {
    writeStream(destination.folder, manifests, withMetadata);
    return '';
  }
  if (destination.to === 'folder') return write(destination.folder, treeOf(manifests, withMetadata, notes));
  const tree = treeOf(manifests, false, notes);
  const files = codeOwnersChanges(owned, textOfFile);
  const changes = write(DIST, tree);
  if (files.length > 0) refuseIfOvertaken();
  const beside = writeFiles(files);
  if (destination.deleted) process.stderr.write(DELETED);
  if (destination.offer) offer(manifests, withMetadata, notes, tree);
  return `${beside}${changes}`;
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
  writeFileSync(join(folder, STREAM), streamOf(manifests));
  if (withMetadata) writeFileSync(join(folder, METADATA), metadataText(manifests));
}

/**
 * Gives the cdk8s command its output folder: all objects in one file, since it lists every file that it finds there, or a
 * copy of `dist/` where validation plugins want each object in its own.
 */
function offer(manifests: readonly Manifest[], withMetadata: boolean, notes: Notes, tree: Tree): void {
  if (withMetadata) {
    rmSync(SCRATCH, { recursive: true, force: true });
    writeTree(SCRATCH, treeOf(manifests, true, notes));
    return;
  }
  mkdirSync(SCRATCH, { recursive: true });
  writeFileSync(join(SCRATCH, STREAM), objectTexts(tree).join('---\n'));
}

/** The texts of the objects of a tree, without notes. */
function objectTexts(tree: Tree): string[] {
  return [...tree].filter(([path]) => path.includes('/')).map(([, text]) => text);
}

function metadataText(manifests: readonly Manifest[]): string {
  const resources = Object.fromEntries(
    manifests.map(({ object, construct }) => [object.metadata.name, { path: construct }]),
  );
  return JSON.stringify({ version: '1.0.0', resources });
}

function write(folder: string, files: Tree): string {
  const before = [...files.keys()].filter((path) => isNamespace(path) && existsSync(join(folder, path)));
  const { kept, written, removed } = writeTree(folder, files, refuseIfOvertaken);
  const place = relative('.', folder);
  const names = [
    ...written.map((path) => `written  ${place}/${path}\n`),
    ...removed.map((path) => `removed  ${place}/${path}\n`),
  ];
  const changed = names.length > 0 ? `${written.length} written, ${removed.length} removed, ` : '';
  const few = names.length > FEW ? '' : names.join('');
  return `${few}${staysText(written, removed, before)}${place}/: ${changed}${kept} unchanged\n`;
}

const DELETED = `
cdk8s was told to write to ${DIST}/ itself, and so deleted it before this synth.
Leave --output away: then a synth that is refused or interrupted keeps the last good ${DIST}/.
`;
