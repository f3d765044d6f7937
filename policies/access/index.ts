import type { Policy } from '../policy.ts';
import { bindingsAreNarrow } from './bindings-are-narrow.ts';
import { rolesAreNarrow } from './roles-are-narrow.ts';
import { serviceAccountTokensAreAskedFor } from './service-account-tokens-are-asked-for.ts';

/** What pods and people may do at the API server. */
export const accessPolicies: readonly Policy[] = [serviceAccountTokensAreAskedFor, rolesAreNarrow, bindingsAreNarrow];
