import type { SecretPlan } from '../../site/plan/index.ts';

/** What is wrong with a Secret of the cluster, a line for each key. Values are looked at and never repeated. */
export function lacking(
  expected: Pick<SecretPlan, 'name' | 'namespace' | 'keys' | 'files'>,
  found: { readonly data?: Readonly<Record<string, string>> } | undefined,
): string[];
