import type { Subject } from '../subject.ts';

/**
 * The annotation that names what an object refers to and this site does not make: `secret/alerts-telegram, configmap/motd`.
 *
 * For a Service it may also say `pods` (those of a Helm chart) or `endpoints` (somebody else writes them).
 */
export const MADE_ELSEWHERE = 'armstead/made-elsewhere';

const FORM = /^(pods|endpoints|[a-z]+\/[a-z0-9]([-.a-z0-9]*[a-z0-9])?)$/;

/** What an object declares as made elsewhere. */
export interface Declared {
  /** `secret/alerts-telegram`, `pods`. */
  readonly entries: ReadonlySet<string>;

  /** What is written there and is no such entry. */
  readonly malformed: readonly string[];
}

export function declaredElsewhere({ object }: Subject): Declared {
  const text = object.metadata.annotations?.[MADE_ELSEWHERE];
  if (text === undefined) return NOTHING;
  const parts = String(text)
    .split(',')
    .map((part) => part.trim());
  return {
    entries: new Set(parts.filter((part) => FORM.test(part))),
    malformed: parts.filter((part) => !FORM.test(part)),
  };
}

const NOTHING: Declared = { entries: new Set(), malformed: [] };
