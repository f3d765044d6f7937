import { ANNOTATION } from './annotations.ts';
import type { KubeObject } from './object.ts';

const FORM = /^(pods|endpoints|[a-z]+\/[a-z0-9]([-.a-z0-9]*[a-z0-9])?)$/;

/** What an object declares as external. */
export interface Declared {
  /** `secret/alerts-telegram`, `pods`. */
  readonly entries: ReadonlySet<string>;

  /** What is written there and is no such entry. */
  readonly malformed: readonly string[];
}

/** What an object says of the things that it refers to and that the site does not make. */
export function declaredExternal({ metadata }: KubeObject): Declared {
  const text = metadata.annotations?.[ANNOTATION.external];
  if (text === undefined) return NOTHING;
  const entries = entriesIn(text);
  return {
    entries: new Set(entries.filter((entry) => FORM.test(entry))),
    malformed: entries.filter((entry) => !FORM.test(entry)),
  };
}

const NOTHING: Declared = { entries: new Set(), malformed: [] };

/** Entries of an annotation that lists some: `secret/alerts-telegram, configmap/motd`. */
export function entriesIn(text: unknown): string[] {
  return String(text)
    .split(',')
    .map((entry) => entry.trim());
}

/** Entries as the text of such an annotation. */
export function entriesText(entries: readonly string[]): string {
  return entries.join(', ');
}
