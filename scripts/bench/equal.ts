import { isDeepStrictEqual } from 'node:util';
import { documentsIn } from './documents.ts';
import type { Side } from './side.ts';

type Fields = Record<string, unknown>;

/** Makes sure that two sides have made the same objects, in whatever files: otherwise their times mean nothing. */
export function requireEqual(one: Side, other: Side): void {
  const [first, second] = [objectsOf(one), objectsOf(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  const different = [...names].filter((name) => !isDeepStrictEqual(first.get(name), second.get(name)));
  if (different.length > 0) {
    throw new Error(
      `${one.name} and ${other.name} differ in ${different.length} objects: ${different.slice(0, 5).join(', ')}`,
    );
  }
}

function objectsOf({ output }: Side): Map<string, Fields> {
  return new Map(
    documentsIn(output).map(({ object }) => {
      const { apiVersion, kind, metadata } = object as { apiVersion: string; kind: string; metadata: Fields };
      return [[apiVersion, kind, metadata.namespace, metadata.name].join(' '), object];
    }),
  );
}
