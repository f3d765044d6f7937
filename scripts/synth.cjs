// `npm run synth`, and the app of the cdk8s command: writes dist/ from main.ts and platform.ts.
'use strict';

const { dirname } = require('node:path');
const { start } = require('./synth/start.cjs');

const SYNTH = `usage: npm run synth

  Writes dist/ from platform.ts; CDK8S_OUTDIR names another folder, a new or an empty one.`;

const BUDGET = `usage: npm run --silent budget [-- --json]

  Prints what the site requests and what its nodes have; dist/ stays as it is.

  --json   for a program`;

const words = process.argv.slice(2);
// Most starts have none, and load nothing for this.
if (words.length > 0) void checkWords(words).then(() => start(dirname(__dirname)));
else void start(dirname(__dirname));

/**
 * Ends the program for words that it does not know.
 *
 * @param {readonly string[]} words
 */
async function checkWords([first, ...others]) {
  const { end, wordsOf } = await import('../launch/command-line.mjs');
  try {
    if (first === 'budget') wordsOf({ usage: BUDGET, options: { json: { type: 'boolean' } } }, others);
    else wordsOf({ usage: SYNTH }, words);
  } catch (error) {
    end(error);
  }
}
