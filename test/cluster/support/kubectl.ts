import { spawnSync } from 'node:child_process';

/** What a kubectl command answered. */
export interface Answer {
  readonly succeeded: boolean;
  readonly output: string;

  /** What it wrote to standard error, warnings included. */
  readonly complaints: string;
}

/** Longest answer of kubectl that is read, in bytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Runs kubectl against the cluster that `KUBECONFIG` names.
 *
 * The variable must be set: the tests write to the cluster, so nobody's everyday cluster is taken by default.
 */
export function kubectl(args: readonly string[], input = ''): Answer {
  if (!process.env.KUBECONFIG) {
    throw new Error('KUBECONFIG is not set: name the kubeconfig of a cluster that may be changed, such as one of kind');
  }
  const { error, status, stdout, stderr } = spawnSync('kubectl', args, {
    input,
    encoding: 'utf8',
    maxBuffer: LONGEST_ANSWER,
  });
  if (error) throw new Error(`kubectl cannot be run: ${error.message}`);
  return { succeeded: status === 0, output: stdout, complaints: stderr };
}

/** The JSON that a kubectl command answers; what kubectl complains of is thrown. */
export function kubectlJson<Shape>(...args: readonly string[]): Shape {
  const { succeeded, output, complaints } = kubectl([...args, '--output', 'json']);
  if (!succeeded) throw new Error(`kubectl ${args.join(' ')}: ${complaints}`);
  return JSON.parse(output) as Shape;
}
