import type { Policy } from '../policy.ts';
import { configurationHoldsNoPasswords } from './configuration-holds-no-passwords.ts';
import { declarationsAreNeeded } from './declarations-are-needed.ts';
import { objectsFitIntoTheCluster } from './objects-fit-into-the-cluster.ts';
import { referencesResolve } from './references-resolve.ts';
import { secretsStayOutOfGit } from './secrets-stay-out-of-git.ts';

/** What objects need from each other, and from outside. */
export const referencePolicies: readonly Policy[] = [
  referencesResolve,
  declarationsAreNeeded,
  secretsStayOutOfGit,
  configurationHoldsNoPasswords,
  objectsFitIntoTheCluster,
];
