/** Every text of up to this many of these letters. */
export function* textsOf(letters: string, most: number): Generator<string> {
  if (most === 0) return yield '';
  for (const shorter of textsOf(letters, most - 1)) {
    yield shorter;
    if (shorter.length === most - 1) for (const letter of letters) yield shorter + letter;
  }
}
