import { secretsStayOutOfGit } from '../../../policies/references/secrets-stay-out-of-git.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';

const secret = (fields: Fields) => anObject('v1', 'Secret', 'web', fields);
const REFUSAL = {
  in: 'Secret shop/web',
  rule: 'would be in git for everybody to read',
  fix: 'remove the Secret: make it by hand, or write an ExternalSecret, which refers to the vault',
};

export const cases: PolicyCases = {
  policy: secretsStayOutOfGit,
  accepts: {
    'a token that the cluster fills in': {
      objects: [secret({ type: 'kubernetes.io/service-account-token', data: {} })],
    },
  },
  refuses: {
    'data in base64': {
      objects: [secret({ data: { password: 'aHVudGVyMg==', user: 'b3Bz' } })],
      findings: [{ ...REFUSAL, path: 'data', found: 'password, user' }],
    },
    'data in plain text': {
      objects: [secret({ stringData: { password: 'hunter2' } })],
      findings: [{ ...REFUSAL, path: 'stringData', found: 'password' }],
    },
  },
};
