import { servedPods } from '../context/services.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What serves others says when it can, and when it cannot go on. */
export const probesArePresent: Policy = {
  id: 'probes-are-present',
  title: 'Every container that serves has a readiness and a liveness probe.',
  why:
    'Without readiness a Service sends requests to a process that is still starting; without liveness one that hangs ' +
    'hangs until somebody looks.',
  check: eachContainer(function* ({ pod, role, container }, context) {
    if (!pod.lasting || role === 'init' || !container.ports?.length) return;
    if (!container.livenessProbe) {
      yield {
        path: ['livenessProbe'],
        found: '',
        rule: 'is missing, so that a process that hangs is never restarted',
        fix: 'write one that fails only when a restart would help',
      };
    }
    if (!container.readinessProbe && context.fact(servedPods).has(pod)) {
      yield {
        path: ['readinessProbe'],
        found: '',
        rule: 'is missing, and a Service sends requests here',
        fix: 'write one that succeeds once requests can be answered',
      };
    }
  }),
};
