import { jobsStayWhenTheyAreDone } from '../../../policies/workloads/jobs-stay-when-they-are-done.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aWorkload } from '../support/workloads.ts';

const cron = aWorkload('CronJob', {
  spec: { jobTemplate: { spec: { ttlSecondsAfterFinished: 60, template: { spec: { containers: [] } } } } },
});

export const cases: PolicyCases = {
  policy: jobsStayWhenTheyAreDone,
  accepts: {
    'a Job that stays': { objects: [aWorkload('Job')] },
    'the Jobs of a CronJob, which are not in git': { objects: [cron] },
  },
  refuses: {
    'a Job that removes itself': {
      objects: [aWorkload('Job', { spec: { ttlSecondsAfterFinished: 0 } })],
      findings: [
        {
          in: 'Job shop/web',
          path: 'spec.ttlSecondsAfterFinished',
          found: '0',
          rule: 'removes the Job, and Argo CD makes it again',
          fix: 'remove it',
        },
      ],
    },
  },
};
