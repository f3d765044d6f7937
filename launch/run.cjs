'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');
const { write } = require('./keep.cjs');
const { digestOf } = require('./kept.cjs');

/**
 * Runs a bundle in this process, with the code that V8 compiled last time where there is some.
 *
 * V8 tells compiled code from another script's by little more than the length of the script; here they cannot be mixed
 * up, since the name of both holds a digest of the script.
 *
 * @param {import('./kept.cjs').Bundle} bundle
 * @returns {any} what the module exports
 */
function run({ entry, script, code }) {
  const cachedData = compiledCode(script);
  const compiled = new Script(code, { filename: script, cachedData });
  const module = { exports: {} };
  compiled.runInThisContext()(module.exports, createRequire(entry), module, script, dirname(script));
  if ((!cachedData || compiled.cachedDataRejected) && existsSync(script)) keepCompiledCode(script, compiled);
  return module.exports;
}

/** Length of a digest in hexadecimal digits; one stands before the compiled code. */
const DIGEST = 64;

/** @param {string} script */
function compiledCode(script) {
  try {
    const kept = readFileSync(`${script}.v8`);
    const compiled = kept.subarray(DIGEST);
    // V8 itself does not look whether it is whole: damaged code would end the process.
    return digestOf(compiled) === kept.toString('latin1', 0, DIGEST) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what has been compiled by now, which is what the next start will need.
 *
 * @param {string} script
 * @param {Script} compiled
 */
function keepCompiledCode(script, compiled) {
  try {
    const data = compiled.createCachedData();
    write(`${script}.v8`, Buffer.concat([Buffer.from(digestOf(data)), data]));
  } catch {
    // A cache that cannot be written makes the next start slower, no more.
  }
}

module.exports = { run };
