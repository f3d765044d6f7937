import type { Construct } from 'constructs';

/**
 * Stops a construct that cannot be built, with every problem at once.
 *
 * @param problems sentences that name the prop, the rule, what was given and what to write; `undefined` where all is well
 */
export function refuse(construct: Construct, problems: readonly (string | undefined)[]): void {
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length === 0) return;
  const { name } = construct.constructor;
  const lines = found.map((problem) => `  - ${problem}`);
  throw new Error(`${name} '${construct.node.path}' cannot be built:\n${lines.join('\n')}`);
}
