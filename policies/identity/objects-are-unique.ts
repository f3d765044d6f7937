import { kindOf } from '../../kubernetes/kinds.ts';
import { fileOf, type Manifest } from '../../kubernetes/manifest.ts';
import type { Breach, Policy } from '../policy.ts';

/** Every object stands in one file of one folder. */
export const objectsAreUnique: Policy = {
  id: 'objects-are-unique',
  title: 'No object is made twice in the whole site.',
  why: 'Two Applications that own one object overwrite each other for ever, and Argo CD only warns.',
  absolute: 'one of the two would win by chance',
  check: ({ subjects }) => {
    const first = new Map<string, Manifest>();
    return subjects.flatMap((subject) => twin(subject, first));
  },
};

function twin(subject: Manifest, first: Map<string, Manifest>): Breach[] {
  const { object } = subject;
  const { name, namespace = '' } = object.metadata;
  const key = `${kindOf(object)}\n${namespace}\n${name}`;
  const known = first.get(key);
  if (!known) {
    first.set(key, subject);
    return [];
  }
  const rule = `is made twice: here by ${subject.construct}, and in ${fileOf(known)} by ${known.construct}`;
  return [
    { subject, path: ['metadata', 'name'], found: name, rule, fix: 'write another name, or remove one of the two' },
  ];
}
