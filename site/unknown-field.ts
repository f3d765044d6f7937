import { nearest } from './fields/nearest.ts';
import { listed } from './fields/shown.ts';
import { fieldsAt, fieldsOfKind, type Place, placeAt, stands } from './outline.ts';
import { type Path, pathText, type RuleProblem } from './problem.ts';
import { placeOf } from './sources.ts';

/** What a kind of file has, and what is said where its schema cannot say it. */
export interface Form {
  /** Every place of its schema. */
  readonly places: readonly Place[];

  /**
   * What to do about a field that does not exist.
   *
   * @default - to write the one that was meant, or to leave it out
   */
  readonly unknownField?: string;

  /**
   * What other systems call its fields: the word there, and the field here.
   *
   * @default - nothing
   */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * The problem of a field that does not exist where it stands.
 *
 * @param holder the group of fields in which it stands
 */
export function unknownField(form: Form, path: Path, key: string, holder: unknown): RuleProblem {
  const fix = form.unknownField ?? fixOf(form, path, key, holder);
  return { id: 'unknown-field', path: [...path, key], found: '', rule: 'unknown field', fix };
}

/** More fields than these are not read in a message: a service has them. */
const MANY = 20;

/** More places of one name are no help: the first is the one that most people mean. */
const FEW = 2;

function fixOf({ places, words = {} }: Form, path: Path, key: string, holder: unknown): string {
  const own = fieldsOfKind(placeAt(places, path)?.schema, holder);
  const meant = meantFields(places, path, key).filter(
    (place) => !own || !isBeside(path, place) || own.includes(place.at(-1) as string),
  );
  if (meant.length > 0) {
    const texts = meant.map((place) => (isBeside(path, place) ? (place.at(-1) as string) : placeText(path, place)));
    const different = [...new Set(texts)];
    return `did you mean ${listed(different.slice(0, different.length > FEW ? 1 : FEW))}?`;
  }
  const fields = own ?? fieldsAt(places, path);
  const word = Object.hasOwn(words, key) ? (words[key] as string) : '';
  if (fields.includes(word) && !Object.hasOwn(holder as object, word)) return `did you mean ${word}?`;
  if (fields.length > MANY) return `leave it out; docs/team-reference.md has the fields that there are here`;
  return `leave it out; ${fields.length > 1 ? 'the fields here are' : 'the only field here is'} ${fields.join(', ')}`;
}

/**
 * The fields that an unknown one most likely stands for: one of a similar name beside it, else those of the same name
 * that only lie higher or deeper.
 */
export function meantFields(places: readonly Place[], path: Path, key: string): Place['path'][] {
  const near = nearest(key, fieldsAt(places, path));
  return places
    .map((place) => place.path)
    .filter((place) => place.at(-1) === (near ?? key) && (near ? isBeside(path, place) : isInOneLine(path, place)));
}

function isBeside(path: Path, place: Place['path']): boolean {
  return place.length === path.length + 1 && isInOneLine(path, place);
}

/** Whether a place belongs to an object inside or around the one at a path. */
function isInOneLine(path: Path, place: Place['path']): boolean {
  const holder = place.slice(0, -1);
  return path.every((part, index) => index >= holder.length || stands(holder[index] as string, part));
}

/** A place as people write it who are in another, with a name of their choice: `cloud.nodes.<name>.ocpus`. */
function placeText(from: Path, place: Place['path']): string {
  const { file, path } = placeOf('', place);
  const text = pathText(path).replaceAll("['*']", '.<name>');
  return from[0] === place[0] || file === '' ? text : `${text} in ${file.replace('*', '<name>')}`;
}
