import type { KubeObject } from '../../kubernetes/object.ts';
import type { Problem } from '../../site/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Bytes of all values of a ConfigMap or a Secret (`MaxSecretSize` of the Kubernetes API, for both kinds). */
const DATA = 1024 * 1024;

/** Bytes of all annotations of an object, names and values (`TotalAnnotationSizeLimitB` of the same). */
const ANNOTATIONS = 256 * 1024;

/** The API server refuses what is larger, when the commit is long made. */
export const objectsFitIntoTheCluster: Policy = {
  id: 'objects-fit-into-the-cluster',
  title: 'No ConfigMap or Secret holds more than 1 MiB, and no object more than 256 KiB of annotations.',
  why:
    'The API server takes nothing larger. A dashboard or a list of rules grows past it one day, and then nothing of its ' +
    'folder is synced any more.',
  check: eachObject(({ object }) => [...data(object), ...annotations(object)]),
};

function data({ kind, ...object }: KubeObject): Problem[] {
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  const fields = object as { data?: object; binaryData?: object; stringData?: object };
  const values = [fields.data, fields.stringData].flatMap((map) => Object.entries(map ?? {}));
  const binary = Object.values(fields.binaryData ?? {}).map((value) => Buffer.from(String(value), 'base64').length);
  const bytes = sum([...values.map(([, value]) => Buffer.byteLength(String(value))), ...binary]);
  if (bytes <= DATA) return [];
  const largest = values.sort(([, one], [, other]) => String(other).length - String(one).length)[0]?.[0];
  return [
    {
      path: ['data'],
      found: `${kilobytes(bytes)} in all${largest === undefined ? '' : `, most of it in ${largest}`}`,
      rule: 'is more than the 1024 KiB that the API server takes',
      fix: 'split it into several, or leave out of it what nobody needs',
    },
  ];
}

function annotations({ metadata }: KubeObject): Problem[] {
  const bytes = sum(
    Object.entries(metadata.annotations ?? {}).map(([key, value]) => Buffer.byteLength(`${key}${value}`)),
  );
  if (bytes <= ANNOTATIONS) return [];
  return [
    {
      path: ['metadata', 'annotations'],
      found: `${kilobytes(bytes)} in all`,
      rule: 'is more than the 256 KiB that the API server takes',
      fix: 'put what is long into a ConfigMap',
    },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Rounded up, so that what is too large never looks as if it fitted. */
function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}
