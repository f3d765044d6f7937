import type { Problem } from '../../site/index.ts';
import { shown } from '../../site/problem.ts';
import { dnsName } from '../context/names.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Most characters of a label's value, and of a key after its prefix (Kubernetes, "Labels and Selectors"). */
const LENGTH = 63;

/** Most bytes of all annotations of an object together: 256 KiB (Kubernetes, object metadata). */
const ANNOTATION_BYTES = 256 * 1024;

const FORM = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Every label and annotation is one that Kubernetes takes. */
export const labelsAndAnnotationsAreValid: Policy = {
  id: 'labels-and-annotations-are-valid',
  title: 'Labels and annotations have the forms and lengths that Kubernetes takes, and text for values.',
  why: 'One annotation that YAML reads as a boolean stops the whole Application, and a label that is too long refuses its object.',
  absolute: 'the API server refuses such an object',
  check: eachObject((subject, context) => {
    const { labels, annotations } = subject.object.metadata;
    const pod = context.podOf(subject);
    const inPod = pod && pod.path.length > 0 ? pod : undefined;
    return [
      ...labelProblems(labels, ['metadata', 'labels']),
      ...annotationProblems(annotations, ['metadata', 'annotations']),
      ...labelProblems(inPod?.labels, [...(inPod?.path ?? []), 'metadata', 'labels']),
      ...annotationProblems(inPod?.annotations, [...(inPod?.path ?? []), 'metadata', 'annotations']),
    ];
  }),
};

type Pairs = Readonly<Record<string, unknown>> | undefined;

function labelProblems(labels: Pairs, at: Problem['path']): Problem[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...keyProblems(key, at),
    ...textProblems(key, value, at),
    ...(typeof value === 'string' && value !== '' ? valueProblems(key, value, at) : []),
  ]);
}

function annotationProblems(annotations: Pairs, at: Problem['path']): Problem[] {
  const pairs = Object.entries(annotations ?? {});
  const bytes = pairs.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)), 0);
  const tooMuch =
    bytes > ANNOTATION_BYTES
      ? [
          {
            path: at,
            found: `${bytes} bytes`,
            rule: 'is more than Kubernetes keeps',
            fix: `write at most ${ANNOTATION_BYTES}`,
          },
        ]
      : [];
  return [...pairs.flatMap(([key, value]) => [...keyProblems(key, at), ...textProblems(key, value, at)]), ...tooMuch];
}

function keyProblems(key: string, at: Problem['path']): Problem[] {
  const slash = key.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  const path = [...at, key];
  if (!FORM.test(name)) {
    const fix = 'write letters, digits, and -, _ and . between them';
    return [{ path, found: name, rule: 'is not the name of a label or an annotation', fix }];
  }
  if (name.length > LENGTH) return [tooLong(path, name)];
  if (prefix === undefined || (dnsName.fits(prefix.toLowerCase()) && prefix.length <= dnsName.most)) return [];
  return [{ path, found: prefix, rule: 'is not a DNS name', fix: 'write a domain before the slash, or none' }];
}

function textProblems(key: string, value: unknown, at: Problem['path']): Problem[] {
  if (typeof value === 'string') return [];
  return [{ path: [...at, key], found: shown(value), rule: 'is not text', fix: `write '${String(value)}'` }];
}

function valueProblems(key: string, value: string, at: Problem['path']): Problem[] {
  const path = [...at, key];
  if (value.length > LENGTH) return [tooLong(path, value)];
  if (FORM.test(value)) return [];
  const fix = 'write letters, digits, and -, _ and . between them';
  return [{ path, found: shown(value), rule: 'is not the value of a label', fix }];
}

function tooLong(path: Problem['path'], text: string): Problem {
  return { path, found: shown(text), rule: `has ${text.length} characters`, fix: `write at most ${LENGTH}` };
}
