import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface SecretFields {
  readonly data?: object;
  readonly stringData?: object;
}

/** What is in git is read by everybody who may read the repository, for ever. */
export const secretsStayOutOfGit: Policy = {
  id: 'secrets-stay-out-of-git',
  title: 'No Secret has data.',
  why: 'What was committed once stays in the history of every copy, and the only cure is a new password.',
  absolute: 'a secret in git is known to all who can read the repository, whatever the reason',
  check: eachOf<SecretFields>(['Secret'], function* (secret) {
    for (const field of ['data', 'stringData'] as const) {
      const keys = Object.keys(secret[field] ?? {});
      if (keys.length === 0) continue;
      const fix = 'remove the Secret: make it by hand, or write an ExternalSecret, which refers to the vault';
      yield { path: [field], found: keys.join(', '), rule: 'would be in git for everybody to read', fix };
    }
  }),
};
