'use strict';

const { readFileSync } = require('node:fs');

/**
 * What to write where the bundler cannot read `platform.ts`; empty where nobody can know.
 *
 * @param {import('esbuild').Message} message
 */
function syntaxAdvice({ text, location, notes }) {
  if (!location) return '';
  const { file, line, column, lineText } = location;
  const ways = [
    () => (text === 'Unterminated string literal' ? closingQuote(lineText) : ''),
    () => duplicateAdvice(text, notes),
    () => importAdvice(text),
    () => (/^Top-level await/.test(text) ? 'leave out await: a site is plain data, which waits for nothing' : ''),
    () => (isMisplaced(text) ? quotes(wordAt(lineText, column)) : ''),
    () => (isMisplaced(text) ? unclosed(file, text) : ''),
    () => comma(text, location),
  ];
  const advice = ways.map((way) => way()).find((words) => words !== '');
  return advice === undefined || line < 1 ? '' : `  ${advice}\n`;
}

/**
 * What to write where something is read that is not there: mostly a word without its quotes.
 *
 * @param {Error} error
 * @param {string | undefined} lineText
 * @param {number} column counted from zero
 */
function nameAdvice(error, lineText, column) {
  const [, word] = /^(\S+) is not defined$/.exec(error.message) ?? [];
  if (error.name !== 'ReferenceError' || word === undefined) return '';
  const whole = wordAt(lineText ?? '', column);
  return `  write it in quotes: '${whole.startsWith(word) ? whole : word}'\n`;
}

/** @param {string} text */
const isMisplaced = (text) => /^(Expected |Unexpected |Syntax error|Invalid )/.test(text);

/**
 * The word around a place of a line, with all that belongs to a host, an address, a network or a size.
 *
 * @param {string} line
 * @param {number} column
 */
function wordAt(line, column) {
  const before = /[^\s,;()[\]{}'"`]*$/.exec(line.slice(0, column))?.[0] ?? '';
  const after = /^[^\s,;()[\]{}'"`]*/.exec(line.slice(column))?.[0] ?? '';
  return `${before}${after}`.replace(/^[A-Za-z_$][\w$]*:(?!\/\/)/, '');
}

/**
 * Whether a word is text that lacks its quotes: it has what no name of JavaScript has, or begins with a digit.
 *
 * @param {string} word
 */
function quotes(word) {
  const isText =
    /^[\w@~][\w.@:/~+-]*$/.test(word) &&
    /[.@:/~-]|^\d+[A-Za-z]/.test(word) &&
    !/^-?[\d.]+$/.test(word.replace(/\.\d+$/, ''));
  return isText || /^\d+(\.\d+){2,}$/.test(word) ? `write it in quotes: '${word}'` : '';
}

/** @param {string} line */
function closingQuote(line) {
  const [, quote = "'"] = /^[^'"]*(?:(['"])(?:(?!\1).)*\1[^'"]*)*(['"])/.exec(line)?.filter(Boolean) ?? [];
  const mark = line.lastIndexOf("'") > line.lastIndexOf('"') ? "'" : quote;
  return `a text ends with the quote with which it begins: write ${mark} behind its last letter`;
}

/**
 * @param {string} text
 * @param {import('esbuild').Note[]} notes
 */
function duplicateAdvice(text, notes) {
  const [, key] = /^Duplicate key "(.+)" in object literal$/.exec(text) ?? [];
  const first = notes.find(({ location }) => location)?.location?.line;
  return key === undefined
    ? ''
    : `write ${key} once: leave it out here${first === undefined ? '' : ` or in line ${first}`}`;
}

/** @param {string} text */
function importAdvice(text) {
  const [, path] = /^Could not resolve "(.+)"$/.exec(text) ?? [];
  if (path?.startsWith('.'))
    return /site/.test(path) ? "write './site/index.ts'" : 'write the path of a file that is there, with its ending';
  if (path !== undefined) return `a site needs no package: import { site } from './site/index.ts'`;
  return /^No matching export in "site\/index\.ts"/.test(text) ? "write import { site } from './site/index.ts'" : '';
}

/** What closes each bracket. */
const CLOSING = /** @type {Record<string, string>} */ ({ '{': '}', '[': ']', '(': ')' });

/**
 * Where a bracket is open that the rest of the file does not close.
 *
 * @param {string} file
 * @param {string} text
 */
function unclosed(file, text) {
  if (!/^Expected "\]" but found ":"|but found (end of file|"[)\]};]")|^Unexpected (end of file|"[)\]}]")/.test(text))
    return '';
  const bracket = openBracket(contentsOf(file));
  return bracket
    ? `most likely the ${bracket.mark} of line ${bracket.line} is not closed: write ${CLOSING[bracket.mark]} where it ends`
    : '';
}

/**
 * A bracket, and how far its line is indented; lines count from one.
 *
 * @typedef {{ mark: string, line: number, indent: number }} Bracket
 */

/**
 * The bracket that is still open at the first place where another one is closed, or at the end.
 *
 * @param {string} code
 */
function openBracket(code) {
  /** @type {Bracket[]} */
  const open = [];
  for (const bracket of bracketsOf(code)) {
    const last = open.at(-1);
    if (bracket.mark in CLOSING) open.push(bracket);
    else if (last && CLOSING[last.mark] === bracket.mark && last.indent <= bracket.indent) open.pop();
    else return last;
  }
  return open.at(-1);
}

/**
 * All brackets outside texts and remarks.
 *
 * @param {string} code
 * @returns {Bracket[]}
 */
function bracketsOf(code) {
  const lines = code.replace(/\/\*[\s\S]*?\*\//g, (remark) => remark.replace(/[^\n]/g, ' ')).split('\n');
  return lines.flatMap((line, index) => {
    const bare = line.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '').replace(/\/\/.*$/, '');
    const indent = line.length - line.trimStart().length;
    return (bare.match(/[{}[\]()]/g) ?? []).map((mark) => ({ mark, line: index + 1, indent }));
  });
}

/**
 * What to write where the bundler takes the first word of a line for something that should not be there: it looks at
 * the end of the line before only when it gets here.
 *
 * @param {string} text
 * @param {import('esbuild').Location} location
 */
function comma(text, { file, line, column, lineText }) {
  if (!/^Expected "[}\])]" but found/.test(text) || lineText.slice(0, column).trim() !== '') return '';
  const lines = contentsOf(file).split(/\r?\n/);
  let before = line - 1;
  while (before > 1 && REMARK.test(lines[before - 1] ?? '')) before -= 1;
  return `most likely a comma is missing at the end of line ${before}`;
}

/** A line without code. */
const REMARK = /^\s*(\/\/.*|\/?\*.*)?$/;

/** A start works in the folder of the project, and so does the bundler. @param {string} path */
function contentsOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

module.exports = { nameAdvice, syntaxAdvice };
