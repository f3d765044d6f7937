import type { Policy } from '../policy.ts';
import { apiVersionsAreServed } from './api-versions-are-served.ts';
import { foldersKeepToOneNamespace } from './folders-keep-to-one-namespace.ts';
import { labelsAndAnnotationsAreValid } from './labels-and-annotations-are-valid.ts';
import { namesAreValid } from './names-are-valid.ts';
import { namespacesAreRestricted } from './namespaces-are-restricted.ts';
import { namespacesExist } from './namespaces-exist.ts';
import { objectsAreUnique } from './objects-are-unique.ts';

/** What an object is called, and where it belongs. */
export const identityPolicies: readonly Policy[] = [
  objectsAreUnique,
  namesAreValid,
  labelsAndAnnotationsAreValid,
  namespacesExist,
  namespacesAreRestricted,
  foldersKeepToOneNamespace,
  apiVersionsAreServed,
];
