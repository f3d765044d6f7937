import type { KubeObject } from '../kubernetes/object.ts';

/** Says what is wrong at a field of the object that is being read. */
export type Complaint = (field: string, ...lines: string[]) => void;

type Fields = Record<string, unknown>;

/**
 * A rendered object as it will stand in a file: an own copy, plain data only, fields in one order whatever the order in
 * which they were set, and no empty values.
 *
 * A field without a value is left out. An item of a list without a value is refused: it is usually a slip (a member that
 * an enum does not have), and leaving it out would change what the list says.
 */
export function finished(rendered: Readonly<Fields>, complain: Complaint): KubeObject {
  const { apiVersion, kind, metadata, ...rest } = fields(rendered, '', complain);
  return { apiVersion, kind, metadata, ...rest } as KubeObject;
}

function plain(value: unknown, path: string, complain: Complaint): unknown {
  if (typeof value === 'string') return text(value, path, complain);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return number(value, path, complain);
  if (Array.isArray(value)) return list(value, path, complain);
  if (isFields(value)) return fields(value, path, complain);
  complain(path, `${typeName(value)} is no plain value`, 'write text, a number, true or false, a list or fields');
  return undefined;
}

function text(value: string, path: string, complain: Complaint): string {
  if (!value.isWellFormed()) complain(path, 'holds half a character (a lone surrogate), which no file can hold');
  return value;
}

function number(value: number, path: string, complain: Complaint): number {
  if (!Number.isFinite(value)) complain(path, `${value} is no number that YAML for Kubernetes can hold`);
  return Object.is(value, -0) ? 0 : value;
}

function list(values: readonly unknown[], path: string, complain: Complaint): unknown[] {
  return Array.from(values, (value, index) => {
    const place = `${path}[${index}]`;
    if (value !== undefined && value !== null) return plain(value, place, complain);
    complain(place, 'has no value', 'write one, or leave the item out where the list is made');
    return undefined;
  });
}

function fields(value: Readonly<Fields>, path: string, complain: Complaint): Fields {
  const copy: Fields = {};
  for (const key of sortedKeys(value)) {
    const inner = value[key];
    if (inner === undefined || inner === null) continue;
    const place = path === '' ? key : `${path}.${key}`;
    copy[text(key, place, complain)] = plain(inner, place, complain);
  }
  return copy;
}

/** The keys by code unit, which no locale changes. */
function sortedKeys(value: Readonly<Fields>): string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  }
  return keys;
}

function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function typeName(value: unknown): string {
  if (typeof value !== 'object') return `a ${typeof value}`;
  return `an instance of ${value?.constructor?.name}`;
}
