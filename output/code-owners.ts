import { Refusal } from './refusal.ts';

/** Where git hosts look for the file, in their order: the first that is there counts. */
export const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** Where it is made when none is there. */
const NEW = 'CODEOWNERS';

/** A line of the file. */
export interface OwnedPath {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** A text that a file shall have; without one it goes. */
export interface FileChange {
  readonly path: string;
  readonly text?: string;
}

const FIRST =
  '# >>> armstead: the owners of teams, as people.owners in teams/*.ts states them. A synth writes these lines.';
const LAST = '# <<< armstead';

/** By these a first line is known, also where its words were others. */
const BEGINS = '# >>> armstead';

/** The block of the teams, as it stands in the file; empty without owners. */
export function codeOwnersBlock(owned: readonly OwnedPath[]): string {
  if (owned.length === 0) return '';
  const lines = owned.map(({ pattern, owners }) => [pattern, ...owners].join(' '));
  return [FIRST, ...lines, LAST, ''].join('\n');
}

/**
 * What has to change so that the file which counts has the block of the teams at its end, and no other file has one.
 * Lines of the owner stay as they are.
 *
 * @param textOf the text of a file that is there
 */
export function codeOwnersChanges(
  owned: readonly OwnedPath[],
  textOf: (path: string) => string | undefined,
): FileChange[] {
  const there = CODE_OWNERS.filter((path) => textOf(path) !== undefined);
  const counts = there[0] ?? NEW;
  return [...new Set([counts, ...there])].flatMap((path) => {
    const before = textOf(path);
    const after = withBlock(path, before ?? '', path === counts ? codeOwnersBlock(owned) : '');
    if (after === (before ?? '')) return [];
    return after.trim() === '' ? { path } : { path, text: after };
  });
}

/** What the owner of the site should know: lines behind the block win over it. */
export function codeOwnersNotices(owned: readonly OwnedPath[], textOf: (path: string) => string | undefined): string[] {
  const path = CODE_OWNERS.find((one) => textOf(one) !== undefined);
  if (path === undefined || owned.length === 0) return [];
  const { behind } = partsOf(path, textOf(path) ?? '');
  const counting = behind.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (counting.length === 0) return [];
  return [
    `${path} has ${counting.length === 1 ? 'a line' : `${counting.length} lines`} behind the block of the teams; the last line that fits a file counts, so move what should not win over the teams above '${BEGINS}'`,
  ];
}

function withBlock(path: string, text: string, block: string): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const { above, behind, found } = partsOf(path, text);
  const lines = block.replaceAll('\n', ending);
  if (found) return lines === '' ? `${above.replace(/(^|\n)\r?\n$/, '$1')}${behind}` : `${above}${lines}${behind}`;
  if (lines === '') return text;
  const whole = above === '' || above.endsWith('\n') ? above : `${above}${ending}`;
  return whole === '' ? lines : `${whole}${ending}${lines}`;
}

/** The text above the block, and what stands behind it. */
function partsOf(path: string, text: string): { above: string; behind: string; found: boolean } {
  const lines = text.split(/(?<=\n)/);
  const places = (begins: string) => lines.flatMap((line, index) => (line.startsWith(begins) ? index : []));
  const [firsts, lasts] = [places(BEGINS), places(LAST)];
  const [first = -1, last = -1] = [firsts[0], lasts[0]];
  if (firsts.length === 0 && lasts.length === 0) return { above: text, behind: '', found: false };
  if (firsts.length !== 1 || lasts.length !== 1 || last < first) {
    throw new Refusal(
      `${path} has no whole block of the teams, nothing was written\n\n` +
        `  it begins with one line '${BEGINS}' and ends with one line '${LAST}'; remove every such line and the lines of teams between, and start again\n`,
    );
  }
  return { above: lines.slice(0, first).join(''), behind: lines.slice(last + 1).join(''), found: true };
}
