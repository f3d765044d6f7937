import { shown } from './fields/shown.ts';
import { parser, settled } from './parser.ts';
import type { Parsed, RuleProblem } from './problem.ts';
import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { type Site, siteSchema } from './site.ts';
import { WORDS_OF_OTHERS } from './team/words-of-others.ts';

/** Name of the file that states a site. */
export const SITE_FILE = 'platform.ts';

/**
 * Reads what `platform.ts` exports.
 *
 * @param between the rules between fields, every one unless a test leaves some out
 */
export function parseSite(exported: unknown, between: readonly Rule[] = rules): Parsed<Site> {
  return settled(siteDraft(exported, between));
}

/** The same, for rules that look at other files as well. */
export function siteDraft(exported: unknown, between: readonly Rule[] = rules) {
  return parser(siteSchema, between, { unreadable: noSite, words: WORDS_OF_OTHERS })(exported, SITE_FILE);
}

function noSite(data: unknown): Omit<RuleProblem, 'path'> | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { id: 'site', ...noGroup(data) };
  if (!Object.hasOwn(data, 'default')) return undefined;
  return {
    id: 'site',
    found: 'exports all that a module exports, which',
    rule: 'is not a site',
    fix: "write import own from './that-module.ts' and export default own",
  };
}

function noGroup(data: unknown): Pick<RuleProblem, 'found' | 'rule' | 'fix'> {
  if (data === undefined) return { found: '', rule: 'has no default export', fix: WRITE };
  const what = Array.isArray(data) ? 'a list' : shown(data);
  const fix = what === 'a promise' ? `${WRITE}, without async and await: a site is plain data` : WRITE;
  return { found: `exports ${what}, which`, rule: 'is not a site', fix };
}

const WRITE = 'write export default site({ ... })';
