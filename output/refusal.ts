/**
 * A synth that cannot go on for a reason that its user can fix.
 *
 * The message is the whole report: the front doors print it as it stands, without a stack trace, and end with exit code 1.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** One thing that is wrong with one construct. */
export interface ConstructProblem {
  /** Path of the construct in the tree, as cdk8s prints it: `monitoring/Grafana/Deployment`. */
  readonly construct: string;

  /** What is wrong, and where it helps what to do, a line each. */
  readonly lines: readonly string[];
}

/** Throws one refusal that names every problem, by construct; does nothing where there is none. */
export function refuseAll(problems: readonly ConstructProblem[]): void {
  if (problems.length === 0) return;
  const linesOf = new Map<string, string[]>();
  for (const { construct, lines } of problems) {
    const others = linesOf.get(construct);
    if (others) others.push(...lines);
    else linesOf.set(construct, [...lines]);
  }
  const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`;
  throw new Refusal(`${count} with the constructs, nothing was written\n\n${entries(linesOf)}`);
}

function entries(linesOf: ReadonlyMap<string, readonly string[]>): string {
  const texts = Array.from(linesOf, ([construct, lines]) =>
    [`  ${construct || 'the app itself'}`, ...lines.map((line) => `    ${line}`), ''].join('\n'),
  );
  return texts.join('');
}
