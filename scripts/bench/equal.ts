import { isDeepStrictEqual } from 'node:util';
import { type Document, documentsIn } from './documents.ts';
import type { Side } from './side.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Objects by what tells each from the others: `apps/v1 Deployment shop/service-0`. */
export type Objects = ReadonlyMap<string, Fields>;

/** The objects that a side has written. */
export function objectsOf({ output }: Side): Objects {
  return byName(documentsIn(output));
}

export function byName(documents: readonly Document[]): Objects {
  return new Map(
    documents.map(({ object }) => {
      const { apiVersion, kind, metadata } = object as { apiVersion: string; kind: string; metadata: Fields };
      const name = [metadata.namespace, metadata.name].filter((part) => part !== undefined).join('/');
      return [`${apiVersion} ${kind} ${name}`, object];
    }),
  );
}

/** The most differences that an error names. */
const SHOWN = 5;

/** Makes sure that two sides have made the same objects, in whatever files: otherwise their times mean nothing. */
export function requireEqual(one: string, first: Objects, other: string, second: Objects): void {
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const different = names.filter((name) => !isDeepStrictEqual(first.get(name), second.get(name)));
  if (different.length === 0) return;
  const lines = different.slice(0, SHOWN).map((name) => {
    const [mine, theirs] = [first.get(name), second.get(name)];
    if (!mine) return `  ${name}: only ${other} makes it`;
    if (!theirs) return `  ${name}: only ${one} makes it`;
    return `  ${name}: ${difference(mine, theirs)}`;
  });
  const more = different.length > SHOWN ? [`  and ${different.length - SHOWN} more`] : [];
  throw new Error([`${one} and ${other} do not make the same objects`, ...lines, ...more].join('\n'));
}

/** The first field in which two values differ, and what stands there: `spec.replicas is 1, and 2`. */
function difference(one: unknown, other: unknown, path = ''): string {
  if (isFields(one) && isFields(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const key = keys.find((each) => !isDeepStrictEqual(one[each], other[each])) as string;
    return difference(one[key], other[key], path === '' ? key : `${path}.${key}`);
  }
  return `${path} is ${JSON.stringify(one) ?? 'absent'}, and ${JSON.stringify(other) ?? 'absent'}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
