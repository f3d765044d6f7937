import { policies } from './catalogue.ts';
import { EXCEPTIONS_HOLD } from './engine/exceptions.ts';
import { findingsText as textOf } from './engine/report.ts';
import type { Finding } from './policy.ts';

export { check } from './engine/check.ts';
export { exceptionsText } from './engine/report.ts';
export type { Finding, Policy } from './policy.ts';
export { policies };

/** The report of a refused site. */
export function findingsText(findings: readonly Finding[]): string {
  return textOf(findings, [...policies, EXCEPTIONS_HOLD]);
}
