/** What is wrong with one value, and what to write instead. */
export interface Breach {
  /** The rule, worded so that it follows what was found: `is an address in a network, not the network`. */
  readonly rule: string;

  /** What to do, worded as an order: `write 192.168.4.0/22`. */
  readonly fix: string;

  /**
   * What to show of the value.
   *
   * @default - the value, shortened
   */
  readonly found?: string;

  /**
   * The value that the fix proposes. It is tried first: where another rule of the field refuses it, the fix of that
   * rule is told in its place.
   *
   * @default - the fix proposes none
   */
  readonly instead?: unknown;
}

/** One rule for the values of a field. */
export interface FieldCheck<T> {
  /** Name of the rule, the only one of its kind in a field; every one has a rejected site among the test fixtures. */
  readonly id: string;

  /** The breach of the rule by a value of the right type, if it breaks it. */
  readonly breach: (value: T) => Breach | undefined;
}

/**
 * The fix that proposes a value, which is tried before it is told.
 *
 * @param value what to write, if anybody can know it
 * @param otherwise what to write if nobody can: `an address such as ...`
 * @param more what to do besides
 */
export function proposal(value: string | undefined, otherwise: string, more = ''): Pick<Breach, 'fix' | 'instead'> {
  return { fix: `write ${value ?? otherwise}${more}`, instead: value };
}

/** A rule that is either kept or broken, with the same words for every value. */
export function check<T>(id: string, keeps: (value: T) => boolean, breach: Breach): FieldCheck<T> {
  return { id, breach: (value) => (keeps(value) ? undefined : breach) };
}

/** A breach on its way out of a schema. */
export interface Refusal extends Breach {
  /** The rule that is broken. */
  readonly id: string;

  /** A good value for the same place, which lets the rules between fields see the rest of the site. */
  readonly standIn?: unknown;
}

/**
 * A refusal as the message of a zod issue.
 *
 * Zod carries one text from a schema to whoever reads its issues; a refusal has several, and travels as JSON.
 */
export function packed(refusal: Refusal): string {
  return JSON.stringify(refusal);
}

/** The refusal that a message carries. */
export function unpacked(message: string): Refusal {
  return JSON.parse(message) as Refusal;
}
