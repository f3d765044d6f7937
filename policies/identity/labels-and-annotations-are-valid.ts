import { dnsName } from '../../kubernetes/names.ts';
import { type Problem, shown } from '../../site/index.ts';
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
    const own = [...labelProblems(labels, LABELS), ...annotationProblems(annotations, ANNOTATIONS)];
    const pod = context.podOf(subject);
    if (!pod || pod.path.length === 0) return own;
    return [
      ...own,
      ...labelProblems(pod.labels, [...pod.path, ...LABELS]),
      ...annotationProblems(pod.annotations, [...pod.path, ...ANNOTATIONS]),
    ];
  }),
};

const LABELS = ['metadata', 'labels'];
const ANNOTATIONS = ['metadata', 'annotations'];

type Pairs = Readonly<Record<string, unknown>> | undefined;

/** What is wrong with a key or its value; hardly anything ever is, so that its place is added when it is. */
type Fault = Omit<Problem, 'path'>;

const FORM_FIX = 'write letters, digits, and -, _ and . between them';

function labelProblems(labels: Pairs, at: Problem['path']): Problem[] {
  return problemsOf(labels, at, (value) => (typeof value === 'string' ? valueFault(value) : notText(value)));
}

function annotationProblems(annotations: Pairs, at: Problem['path']): Problem[] {
  const problems = problemsOf(annotations, at, (value) => (typeof value === 'string' ? undefined : notText(value)));
  const bytes = bytesOf(annotations);
  if (bytes <= ANNOTATION_BYTES) return problems;
  const [rule, fix] = ['is more than Kubernetes keeps', `write at most ${ANNOTATION_BYTES}`];
  return [...problems, { path: at, found: `${bytes} bytes`, rule, fix }];
}

function problemsOf(pairs: Pairs, at: Problem['path'], faultOf: (value: unknown) => Fault | undefined): Problem[] {
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(pairs ?? {})) {
    for (const fault of [keyFault(key), faultOf(value)]) {
      if (fault) problems.push({ path: [...at, key], ...fault });
    }
  }
  return problems;
}

function bytesOf(annotations: Pairs): number {
  return Object.entries(annotations ?? {}).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
}

function keyFault(key: string): Fault | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (!FORM.test(name)) {
    return { found: name, rule: 'is not the name of a label or an annotation', fix: FORM_FIX };
  }
  if (name.length > LENGTH) return tooLong(name);
  if (slash < 0) return undefined;
  const prefix = key.slice(0, slash);
  if (dnsName.fits(prefix.toLowerCase()) && prefix.length <= dnsName.most) return undefined;
  return { found: prefix, rule: 'is not a DNS name', fix: 'write a domain before the slash, or none' };
}

function valueFault(value: string): Fault | undefined {
  if (value.length > LENGTH) return tooLong(value);
  if (value === '' || FORM.test(value)) return undefined;
  return { found: shown(value), rule: 'is not the value of a label', fix: FORM_FIX };
}

function notText(value: unknown): Fault {
  return { found: shown(value), rule: 'is not text', fix: `write '${String(value)}'` };
}

function tooLong(text: string): Fault {
  return { found: shown(text), rule: `has ${text.length} characters`, fix: `write at most ${LENGTH}` };
}
