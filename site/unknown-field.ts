import { nearest } from './fields/nearest.ts';
import { listed } from './fields/shown.ts';
import { fieldsAt, fieldsOfKind, type Place, placeAt, stands } from './outline.ts';
import { type Path, pathText, type RuleProblem } from './problem.ts';

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
}

/**
 * The problem of a field that does not exist where it stands.
 *
 * @param holder the group of fields in which it stands
 */
export function unknownField(form: Form, path: Path, key: string, holder: unknown): RuleProblem {
  const fix = form.unknownField ?? fixOf(form.places, path, key, holder);
  return { id: 'unknown-field', path: [...path, key], found: '', rule: 'unknown field', fix };
}

/** More places of one name are no help: the first is the one that most people mean. */
const FEW = 2;

function fixOf(places: readonly Place[], path: Path, key: string, holder: unknown): string {
  const own = fieldsOfKind(placeAt(places, path)?.schema, holder);
  const meant = meantFields(places, path, key).filter(
    (place) => !own || !isBeside(path, place) || own.includes(place.at(-1) as string),
  );
  if (meant.length > 0) {
    const texts = meant.map((place) => (isBeside(path, place) ? (place.at(-1) as string) : placeText(place)));
    const different = [...new Set(texts)];
    return `did you mean ${listed(different.slice(0, different.length > FEW ? 1 : FEW))}?`;
  }
  const fields = own ?? fieldsAt(places, path);
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

/** A place as people write it, with a name of their choice: `cloud.nodes.<name>.ocpus`. */
function placeText(place: Place['path']): string {
  return pathText(place).replaceAll("['*']", '.<name>');
}
