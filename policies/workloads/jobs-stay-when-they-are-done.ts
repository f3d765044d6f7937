import { shown } from '../../site/problem.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** A Job that is in git stays in the cluster after it has ended. */
export const jobsStayWhenTheyAreDone: Policy = {
  id: 'jobs-stay-when-they-are-done',
  title: 'No Job in git sets ttlSecondsAfterFinished.',
  why: 'Argo CD puts back what is missing: a Job that removes itself runs again and again, a migration of a database too.',
  check: eachOf<{ readonly spec?: { readonly ttlSecondsAfterFinished?: number } }>(['Job.batch'], ({ spec }) => {
    const value = spec?.ttlSecondsAfterFinished;
    if (value === undefined) return [];
    return [
      {
        path: ['spec', 'ttlSecondsAfterFinished'],
        found: shown(value),
        rule: 'removes the Job, and Argo CD makes it again',
        fix: 'remove it',
      },
    ];
  }),
};
