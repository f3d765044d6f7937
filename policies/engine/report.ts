import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { fileOf } from '../../kubernetes/manifest.ts';
import { grouped, pathText } from '../../site/index.ts';
import type { Exception, Finding, Policy } from '../policy.ts';

/** Where findings without an object lie: in what the user wrote. */
const SITE_FILE = 'platform.ts';

/**
 * The report of a refused site: every finding under its file, with its path, what was found, the rule, what to write and
 * the policy; at the end what each broken policy is for.
 *
 * @param policies those whose reasons are told
 */
export function findingsText(
  findings: readonly Finding[],
  policies: readonly Pick<Policy, 'id' | 'title' | 'why'>[],
): string {
  const files = byFile(findings);
  const title = `dist/: ${counted(findings.length, 'finding')} in ${counted(files.size, 'file')}, nothing was written`;
  const parts = [...files].map(([file, found]) => `${file}${makerText(found)}\n\n${found.map(findingText).join('\n')}`);
  return `${[title, ...parts, reasonsText(findings, policies)].join('\n\n')}\n`;
}

/** The exceptions that a site makes, in a line for the end of each synth; empty where there are none. */
export function exceptionsText(exceptions: readonly Exception[]): string {
  if (exceptions.length === 0) return '';
  const files = new Set(exceptions.map(({ subject }) => fileOf(subject)));
  return (
    `policies: ${counted(exceptions.length, 'exception')} in ${counted(files.size, 'file')}, each with its reason; ` +
    `nothing to do (grep -r ${ANNOTATION.exception} dist)\n`
  );
}

/** The construct that made the object, for those who look for its source. */
function makerText([first]: readonly Finding[]): string {
  return first?.subject ? ` (made by ${first.subject.construct})` : '';
}

function findingText({ path, found, rule, fix, policy }: Finding): string {
  const place = pathText(path) || 'the object';
  const statement = [found, rule].filter(Boolean).join(' ');
  const text = [statement, fix, `(${policy})`].join('\n');
  return `  ${place}  ${text.replaceAll('\n', `\n  ${blank(place)}  `)}`;
}

function reasonsText(findings: readonly Finding[], policies: readonly Pick<Policy, 'id' | 'title' | 'why'>[]): string {
  const broken = new Set(findings.map(({ policy }) => policy));
  const reasons = policies
    .filter(({ id }) => broken.has(id))
    .map(({ id, title, why }) => `  ${id}\n    ${title}\n    ${why}`);
  return `Why (more in docs/policies.md)\n\n${reasons.join('\n')}`;
}

/** Findings by file, in the order of the files' names; those without an object come first. */
function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = grouped(findings, ({ subject }) => (subject ? fileOf(subject) : SITE_FILE));
  return new Map([...files].sort(([one], [other]) => order(one, other)));
}

function order(one: string, other: string): number {
  if (one === SITE_FILE || other === SITE_FILE) return one === other ? 0 : one === SITE_FILE ? -1 : 1;
  return one < other ? -1 : 1;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
