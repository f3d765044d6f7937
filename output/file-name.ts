import type { KubeObject } from '../kubernetes/object.ts';

/** The most bytes that a file name may have on the file systems in use. */
const LONGEST = 255;

/**
 * Name of the file that holds an object: `deployment.grafana.yaml`.
 *
 * The rule: the kind in lower case, a point, the object's name, and `.yaml`. An object that is not in the namespace of
 * its folder carries its own behind an `@`: `role.reader@kube-system.yaml`. Whatever is no lower-case letter, digit,
 * point or hyphen is written as `%` and the two hexadecimal digits of each of its UTF-8 bytes, so that
 * `system:node` becomes `system%3Anode` and `Admin` becomes `%41dmin`.
 *
 * Two names that differ therefore never share a file, not even where a file system takes upper and lower case for the
 * same: a kind has no point, an `@` comes from nowhere else, and the only upper-case letters stand behind a `%`. What is
 * left is one kind of two API groups under one name, which `manifestsOf` refuses.
 *
 * @param home namespace of the folder; `undefined` for the folder of cluster-scoped objects
 */
export function fileName({ kind, metadata }: KubeObject, home: string | undefined): string {
  const elsewhere = metadata.namespace !== undefined && metadata.namespace !== home;
  const namespace = elsewhere ? `@${encoded(metadata.namespace as string)}` : '';
  return `${encoded(kind.toLowerCase())}.${encoded(metadata.name)}${namespace}.yaml`;
}

/** What is wrong with the length of a file name, if anything is. */
export function fileNameProblem(name: string): string | undefined {
  return name.length > LONGEST
    ? `its file name has ${name.length} characters; file systems take ${LONGEST}`
    : undefined;
}

function encoded(text: string): string {
  return /^[a-z0-9.-]*$/.test(text) ? text : text.replace(/[^a-z0-9.-]/gu, bytes);
}

function bytes(character: string): string {
  return Array.from(
    Buffer.from(character, 'utf8'),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
