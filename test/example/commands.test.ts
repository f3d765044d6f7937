import { describe, expect, test } from 'vitest';
import { textOf, writtenFiles } from '../repository/support/files.ts';

const pages = writtenFiles().filter((file) => file.endsWith('.md'));

/** The scripts of the project, and those of the package in `infra/`. */
const scripts = { '': scriptsOf('package.json'), infra: scriptsOf('infra/package.json') };

describe.each(pages)('what %s has one type', (page) => {
  test('exists', () => {
    expect(strays(textOf(page))).toEqual([]);
  });

  test('hands on nothing but the answer of a command: npm run alone would add its banner', () => {
    expect(noisy(textOf(page))).toEqual([]);
  });
});

describe('the reader of commands', () => {
  test.each([
    ['npm run synt', ['synt']],
    ['npm run --silent synt', ['synt']],
    ['npm --prefix infra run synth', ['synth']],
    ['npm run test:tunnel --prefix infra', []],
    ['npm run synth && npm run test:tunnel', ['test:tunnel']],
  ])('understands %s', (text, missing) => {
    expect(strays(text)).toEqual(missing);
  });

  test.each([
    ['npm run dns > file', ['npm run dns > file']],
    ['npm run dns | less', ['npm run dns | less']],
    ['npm run --silent dns | less', []],
    ['| `npm run dns` | a table |', []],
  ])('sees whether %s hands on a banner', (text, lines) => {
    expect(noisy(text)).toEqual(lines);
  });
});

/** Names of scripts that no package has. */
function strays(text: string): string[] {
  const commands = text.matchAll(/\bnpm (--prefix infra )?run (?:--silent )?([\w:-]+)([^`\n&|>]*)/g);
  return [...commands].flatMap(([, before, name = '', words = '']) =>
    scripts[before || words.includes('--prefix infra') ? 'infra' : ''].includes(name) ? [] : [name],
  );
}

/** Lines that send what a command prints to a file or to another command, with the banner of npm before it. */
function noisy(text: string): string[] {
  return text.split('\n').filter((line) => /\bnpm run (?!--silent )[^`#]*[^-`][>|]/.test(line));
}

function scriptsOf(file: string): string[] {
  return Object.keys(JSON.parse(textOf(file)).scripts);
}
