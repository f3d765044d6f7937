import fc from 'fast-check';

const LETTER = 'abcdefghijklmnopqrstuvwxyz';

/** Any name that the schema takes: lower-case letters, digits and inner hyphens, a letter first. */
export function aName(most: number, inner = `${LETTER}0123456789-`): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...LETTER), fc.string({ unit: fc.constantFrom(...inner), maxLength: most - 1 }))
    .map(([first, rest]) => `${first}${rest}`.replace(/-+$/, ''));
}

/** Any name without a hyphen. */
export function aWord(most: number): fc.Arbitrary<string> {
  return aName(most, `${LETTER}0123456789`);
}
