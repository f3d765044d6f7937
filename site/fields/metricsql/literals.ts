import { RE2JS } from 're2js';
import { goString } from '../go-string.ts';

const TIME = /^(?:\d{1,9}(?:\.\d+)?(?:ms|[smhdwy]))+$/;
const DECIMAL = /^(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^0x[\da-f]{1,15}$/i;

/** Whether vmalert reads a number, without a sign, as PromQL means it: `010` is 8 to it. */
export function isNumber(text: string): boolean {
  if (/^(?:inf|nan)$/i.test(text) || TIME.test(text) || HEXADECIMAL.test(text)) return true;
  const digits = text.replaceAll(/(?<=\d)_(?=\d)/g, '');
  return DECIMAL.test(digits) && Number.isFinite(Number(digits));
}

/** Whether a text is a time as vmalert takes it in brackets: a time or a number of seconds, and no calculation. */
export function isTime(text: string): boolean {
  return TIME.test(text) || (DECIMAL.test(text) && Number.isFinite(Number(text)));
}

/** The value of a text in a query, or undefined where vmalert would not read it. */
export function textOf(literal: string): string | undefined {
  if (!literal.startsWith("'")) return goString(literal);
  if (literal.length < 2 || !literal.endsWith("'")) return undefined;
  return goString(`"${literal.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`);
}

/** What is wrong with a regular expression in the eyes of Go, if anything. */
export function regexFlaw(expression: string): string | undefined {
  try {
    RE2JS.compile(`^(?:${expression})$`);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '').replace(/: `.*`$/s, '');
  }
}
