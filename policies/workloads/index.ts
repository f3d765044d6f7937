import type { Policy } from '../policy.ts';
import { disruptionBudgetsAllowADrain } from './disruption-budgets-allow-a-drain.ts';
import { jobsStayWhenTheyAreDone } from './jobs-stay-when-they-are-done.ts';
import { livenessIsPatient } from './liveness-is-patient.ts';
import { podsHaveANode } from './pods-have-a-node.ts';
import { podsHaveAPriority } from './pods-have-a-priority.ts';
import { prioritiesAreBelowTheSystem } from './priorities-are-below-the-system.ts';
import { probesArePresent } from './probes-are-present.ts';
import { selectorsAreStable } from './selectors-are-stable.ts';
import { selectorsMatchTheirPods } from './selectors-match-their-pods.ts';

/** How workloads start, find their pods, and are replaced. */
export const workloadPolicies: readonly Policy[] = [
  probesArePresent,
  livenessIsPatient,
  selectorsMatchTheirPods,
  selectorsAreStable,
  podsHaveANode,
  podsHaveAPriority,
  prioritiesAreBelowTheSystem,
  disruptionBudgetsAllowADrain,
  jobsStayWhenTheyAreDone,
];
