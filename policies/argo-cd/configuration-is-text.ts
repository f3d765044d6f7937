import type { KubeObject } from '../../kubernetes/object.ts';
import type { PodContainer } from '../../kubernetes/pods.ts';
import { type Problem, shown } from '../../site/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What a process gets from its environment and its files is text, in the manifest too. */
export const configurationIsText: Policy = {
  id: 'configuration-is-text',
  title: 'Values of environment variables and ConfigMaps are text.',
  why: 'The API server refuses numbers and booleans there, and one refused object stops the sync of its whole folder.',
  absolute: 'the API server refuses such an object',
  check: eachObject((subject, context) =>
    subject.object.kind === 'ConfigMap'
      ? inData(subject.object)
      : (context.podOf(subject)?.containers ?? []).flatMap(inEnvironment),
  ),
};

function inData({ data }: KubeObject): Problem[] {
  return Object.entries((data as object | undefined) ?? {}).flatMap(([key, value]) => notText(['data', key], value));
}

function inEnvironment({ container, path }: PodContainer): Problem[] {
  return (container.env ?? []).flatMap(({ value }, index) =>
    value === undefined ? [] : notText([...path, 'env', index, 'value'], value),
  );
}

function notText(path: Problem['path'], value: unknown): Problem[] {
  if (typeof value === 'string') return [];
  return [{ path, found: shown(value), rule: 'is not text', fix: `write '${shown(value)}'` }];
}
