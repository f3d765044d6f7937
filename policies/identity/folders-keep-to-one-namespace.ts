import { grouped } from '../context/grouped.ts';
import type { Breach, Policy } from '../policy.ts';
import type { Subject } from '../subject.ts';

/** One folder is one Argo CD Application, and its objects live together. */
export const foldersKeepToOneNamespace: Policy = {
  id: 'folders-keep-to-one-namespace',
  title: 'The objects of a folder live in one namespace.',
  why: 'What a folder may touch is granted by namespace; a folder that reaches into another one changes what others own.',
  check: ({ subjects }) => {
    const folders = grouped(
      subjects.filter(({ object }) => object.metadata.namespace !== undefined),
      ({ folder }) => folder,
    );
    return [...folders.values()].flatMap(strays);
  },
};

function strays(subjects: readonly Subject[]): Breach[] {
  const home = mostFrequent(subjects.map(namespaceOf));
  return subjects
    .filter((subject) => namespaceOf(subject) !== home)
    .map((subject) => ({
      subject,
      path: ['metadata', 'namespace'],
      found: namespaceOf(subject),
      rule: `is not ${home}, where the other objects of the folder ${subject.folder} live`,
      fix: `write ${home}, or put the object into a folder of its own`,
    }));
}

function namespaceOf({ object }: Subject): string {
  return object.metadata.namespace ?? '';
}

/** The first of those that occur most often. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? '';
}
