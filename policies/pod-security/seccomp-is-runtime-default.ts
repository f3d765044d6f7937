import { type Problem, shown } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const PROFILE = ['securityContext', 'seccompProfile', 'type'];
const WANTED = 'RuntimeDefault';

/** Every process runs under the filter of system calls that the container runtime brings. */
export const seccompIsRuntimeDefault: Policy = {
  id: 'seccomp-is-runtime-default',
  title: 'Every container runs under the seccomp profile RuntimeDefault.',
  why: 'The profile forbids the rare system calls that most ways out of a container begin with.',
  check: eachPod(({ spec, path, containers }) => {
    const ofPod = spec.securityContext?.seccompProfile?.type;
    const problems = ofPod === undefined || ofPod === WANTED ? [] : [problem(['spec', ...PROFILE], ofPod)];
    for (const { container, path: inObject } of containers) {
      const own = container.securityContext?.seccompProfile?.type;
      if (own === undefined ? ofPod !== undefined : own === WANTED) continue;
      problems.push(problem([...inObject.slice(path.length), ...PROFILE], own));
    }
    return problems;
  }),
};

function problem(path: Problem['path'], found: string | undefined): Problem {
  return {
    path,
    found: shown(found),
    rule: found === undefined ? 'is missing, here and on the pod' : 'is another profile',
    fix: `write ${WANTED}`,
  };
}
