import { type Parsed, parseSite, type Site } from '../site/index.ts';
import type { Account } from './plan/cloud-plan.ts';

/** A site that says where its cloud side is built. */
export interface SiteWithAccount {
  readonly site: Site;
  readonly account: Account;
}

/** Reads what `platform.ts` exports; unlike a synth, the infrastructure needs an account. */
export function parseSiteWithAccount(input: unknown): Parsed<SiteWithAccount> {
  const parsed = parseSite(input);
  if (!parsed.ok) return parsed;
  const { infrastructure } = parsed.value;
  if (infrastructure) return { ok: true, value: { site: parsed.value, account: infrastructure } };
  const fix = "write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it";
  return { ok: false, problems: [{ id: 'missing', path: ['infrastructure'], found: '', rule: 'is missing', fix }] };
}
