import { createHash } from 'node:crypto';
import { DNS_LABEL, LABEL_LENGTH } from '../kubernetes/names.ts';

/** Letters of a digest in a name: 32 bits, enough for the few that one name ever has. */
const DIGEST_LENGTH = 8;

/**
 * A label made from any text, for what is longer than its place or has dots in it, such as a host.
 *
 * What is a label and fits stays as it is. Anything else keeps its beginning and ends in a digest of the whole, so that two texts get
 * two names, and the same ones on every machine.
 */
export function labelFrom(text: string, most = LABEL_LENGTH): string {
  if (DNS_LABEL.test(text) && text.length <= most) return text;
  const digest = digestOf(text);
  const start = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most - DIGEST_LENGTH - 1)
    .replace(/^-+|-+$/g, '');
  return start ? `${start}-${digest}` : digest;
}

/** A few letters that stand for a text in a name, the same ones on every machine. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
}
