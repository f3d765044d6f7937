import type { Problem } from '../../site/index.ts';
import { walk } from '../context/walk.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The label that cdk8s-plus makes from the path of a construct. */
const ADDRESS = 'cdk8s.io/metadata.addr';

/** Nothing in the cluster depends on what a construct is called in the source. */
export const selectorsAreStable: Policy = {
  id: 'selectors-are-stable',
  title: `No object carries or selects the label ${ADDRESS}.`,
  why:
    'The label is a digest of the path of the construct. A construct that is renamed or moved would change a selector, ' +
    'which Kubernetes never allows.',
  check: eachObject(({ object }) => {
    if (!mentions(object)) return [];
    const problems: Problem[] = [];
    walk(object, (path, value) => {
      if (path.at(-1) === ADDRESS || value === ADDRESS) problems.push({ path: [...path], ...FAULT });
    });
    return problems;
  }),
};

/** Whether the label is anywhere in a value: no object of a sound site has it, so that places are looked for afterwards. */
function mentions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === ADDRESS;
  if (Array.isArray(value)) return value.some(mentions);
  for (const key of Object.keys(value)) {
    if (key === ADDRESS || mentions((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}

const FAULT = {
  found: ADDRESS,
  rule: 'depends on the path of the construct',
  fix: 'select app.kubernetes.io/name and app.kubernetes.io/part-of instead',
};
