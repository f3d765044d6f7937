import { distance } from 'fastest-levenshtein';

/**
 * The known word that a misspelt one most likely stands for.
 *
 * Case and separators do not count (`memory_gb` is memoryGb), exchanged letters count once (`gti` is git), and a part
 * of a word is as near as two wrong letters (`nginx` is ingress-nginx).
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, away: steps(letters(word), letters(candidate)) }))
    .filter(({ candidate, away }) => away <= slips(letters(candidate)))
    .sort((one, other) => one.away - other.away);
  return best?.candidate;
}

/** Asks whether the nearest known word was meant; undefined where none is near. */
export function meant(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  return near === undefined ? undefined : `did you mean '${near}'?`;
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How many slips a word forgives: none that would make another word of it. */
function slips(word: string): number {
  return Math.min(3, Math.floor((word.length + 1) / 3));
}

/** The shortest part of a word by which it is known. */
const SHORTEST_PART = 3;

/** How many wrong letters lie between two words. */
function steps(word: string, candidate: string): number {
  if (sorted(word) === sorted(candidate)) return word === candidate ? 0 : 1;
  const apart = distance(word, candidate);
  return word.length >= SHORTEST_PART && candidate.includes(word) ? Math.min(apart, 2) : apart;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
