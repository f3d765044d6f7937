import { inFile, type Parsed, parseSite, SITE_FILE, type Site, type SourceProblem } from '../site/index.ts';
import { exampleValues, type Plan, planSite } from '../site/plan/index.ts';
import { exampleValuesAreReplaced } from '../site/rules/example-values-are-replaced.ts';
import type { Account } from './plan/cloud-plan.ts';

/** A plan, and where its cloud side is built. */
export interface PlanWithAccount {
  readonly plan: Plan;
  readonly account: Account;
}

/** Reads and plans what `platform.ts` exports; unlike a synth, the infrastructure needs an account. */
export function parsePlanWithAccount(input: unknown): Parsed<PlanWithAccount> {
  const parsed = parseSite(input);
  if (!parsed.ok) return parsed;
  const plan = planSite(parsed.value);
  const { account } = plan;
  const problems = [...(account ? [] : inFile(SITE_FILE, [NO_ACCOUNT])), ...examplesIn(parsed.value)];
  if (!account || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { plan, account } };
}

const NO_ACCOUNT = {
  id: 'missing',
  path: ['infrastructure'],
  found: '',
  rule: 'is missing',
  fix: "write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it",
};

/** Reads what `platform.ts` exports, for what is built with it: the example as it stands is nobody's site. */
export function parseOwnSite(input: unknown): Parsed<Site> {
  const parsed = parseSite(input);
  if (!parsed.ok) return parsed;
  const problems = examplesIn(parsed.value);
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

function examplesIn(site: Site): SourceProblem[] {
  const problems = exampleValues(site).map((value) => ({ id: exampleValuesAreReplaced.id, ...value }));
  return inFile(SITE_FILE, problems);
}
