import { Yaml } from 'cdk8s';
import type { KubeObject } from '../kubernetes/object.ts';
import { withEscapes } from './yaml-escapes.ts';
import { block, scalar } from './yaml-scalar.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Thrown inside, never out: this document holds something that is left to the library. */
class Unsure extends Error {}

/**
 * A document in YAML 1.1, byte for byte as cdk8s writes it, at a fortieth of the time.
 *
 * Whatever this emitter does not know for certain (control characters, text that may be read as a number, odd white
 * space) sends the whole document through the library that cdk8s uses. Only text that Go's parser, and so kubectl and
 * Argo CD, would not read back as it is gets another form than the library's.
 */
export function yamlText(document: KubeObject): string {
  return ownYaml(document) ?? withEscapes(document, (safe) => Yaml.stringify(safe));
}

/** The document as the own emitter writes it; `undefined` where it leaves it to the library. */
export function ownYaml(document: Fields): string | undefined {
  if (isEmpty(document)) return undefined;
  try {
    return fields(document, '');
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

/** Fields on lines of their own, the first without indentation: it continues the line it stands on. */
function fields(value: Fields, indent: string): string {
  let text = '';
  for (const key of Object.keys(value)) {
    if (text !== '') text += indent;
    text += `${keyText(key)}:${field(value[key], indent)}`;
  }
  return text;
}

/** What follows the colon of a field. */
function field(value: unknown, indent: string): string {
  if (typeof value === 'string') return ` ${textual(value, indent)}`;
  if (typeof value !== 'object' || value === null) return ` ${primitive(value)}\n`;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return value.length === 0 ? ' []\n' : `\n${inner}${items(value, inner)}`;
  return isEmpty(value) ? ' {}\n' : `\n${inner}${fields(value as Fields, inner)}`;
}

function items(values: readonly unknown[], indent: string): string {
  let text = '';
  for (const value of values) {
    if (text !== '') text += indent;
    text += `- ${item(value, indent)}`;
  }
  return text;
}

/** What follows the hyphen of an item. */
function item(value: unknown, indent: string): string {
  if (typeof value === 'string') return textual(value, indent);
  if (typeof value !== 'object' || value === null) return `${primitive(value)}\n`;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return value.length === 0 ? '[]\n' : items(value, inner);
  return isEmpty(value) ? '{}\n' : fields(value as Fields, inner);
}

function keyText(key: string): string {
  // Longer keys get a form of their own from 1,024 characters on; no key of a Kubernetes object comes near.
  const text = key.length > 512 ? undefined : scalar(key);
  if (text === undefined) throw new Unsure();
  return text;
}

function textual(value: string, indent: string): string {
  if (!value.includes('\n')) {
    const text = scalar(value);
    if (text === undefined) throw new Unsure();
    return `${text}\n`;
  }
  const found = block(value);
  if (!found) throw new Unsure();
  const lines = found.lines.map((line) => (line === '' ? '\n' : `${indent}  ${line}\n`));
  return `${found.mark}\n${lines.join('')}`;
}

function primitive(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  throw new Unsure();
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
