import { hashSync } from 'bcryptjs';
import { stringify } from 'yaml';
import type { Place } from './place.ts';

/**
 * Work factor of bcrypt, as a power of two.
 *
 * The edge verifies at every request, pictures and scripts included, so each step up doubles what a page costs; 8 is
 * some 15 ms of a core. What the factor does not do, the length of the password does.
 */
const COST = 8;

/** Fewest characters of a password: a long one is what makes guessing hopeless at this work factor. */
const SHORTEST = 14;

/** The most that bcrypt looks at, in bytes: what comes behind would count for nothing. */
const LONGEST = 72;

/** What is wrong with a password, if anything is. */
export function passwordProblem(password: string): string | undefined {
  if (password.length < SHORTEST)
    return `has ${password.length} characters; at least ${SHORTEST}, or none for a random one`;
  const bytes = Buffer.byteLength(password);
  return bytes > LONGEST ? `has ${bytes} bytes; bcrypt looks at ${LONGEST} only` : undefined;
}

/** One line of an htpasswd file. The letter y is what htpasswd itself writes; the hash is the same. */
export function htpasswdLine(user: string, password: string): string {
  return `${user}:${hashSync(password, COST).replace(/^\$2[ab]\$/, '$2y$')}`;
}

/** The key where both controllers look. */
const KEY = 'auth';

/** The lines as their place takes them: a Secret as a manifest, or an object of the vault. */
export function passwordsText(place: Place, lines: readonly string[]): string {
  const file = `${lines.join('\n')}\n`;
  if (place.kind === 'vault') return `${JSON.stringify({ [KEY]: file })}\n`;
  return stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: place.secret, namespace: place.namespace },
    type: 'Opaque',
    data: { [KEY]: Buffer.from(file).toString('base64') },
  });
}
