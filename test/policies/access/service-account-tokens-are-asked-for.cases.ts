import { serviceAccountTokensAreAskedFor } from '../../../policies/access/service-account-tokens-are-asked-for.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const ACCOUNT = 'write a ServiceAccount of its own, with the rights that the process needs';
const token = { name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } };

export const cases: PolicyCases = {
  policy: serviceAccountTokensAreAskedFor,
  accepts: {
    'a pod without a token': { objects: [aDeployment()] },
    'a token under an account of its own': {
      objects: [
        aDeployment({ pod: { automountServiceAccountToken: true, serviceAccountName: 'web' } }),
        aDeployment({ name: 'api', pod: { serviceAccountName: 'api', volumes: [token] } }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'a pod that does not say': {
      change: { pod: { automountServiceAccountToken: undefined } },
      findings: [
        {
          path: 'spec.automountServiceAccountToken',
          found: '',
          rule: 'is missing, and a token is then mounted',
          fix: 'write false, or true beside a serviceAccountName if the process calls the API server',
        },
      ],
    },
    'a token without an account': {
      change: { pod: { automountServiceAccountToken: true } },
      findings: [{ path: 'spec.serviceAccountName', found: '', rule: 'is missing beside a token', fix: ACCOUNT }],
    },
    'a token of the account that all share, mounted as a volume': {
      change: { pod: { serviceAccountName: 'default', volumes: [token] } },
      findings: [
        {
          path: 'spec.serviceAccountName',
          found: 'default',
          rule: 'is shared by every pod of the namespace',
          fix: ACCOUNT,
        },
      ],
    },
  },
};
