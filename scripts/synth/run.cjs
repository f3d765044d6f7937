'use strict';

const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Runs a bundle in this process, with the code that V8 compiled last time where there is some.
 *
 * V8 tells compiled code from another script's by little more than the length of the script; here they cannot be mixed
 * up, since the name of both holds a digest of the script.
 *
 * @param {import('./kept.cjs').Bundle} bundle
 */
function run({ script, code }) {
  const cachedData = compiledCode(script);
  const compiled = new Script(code, { filename: script, cachedData });
  const module = { exports: {} };
  compiled.runInThisContext()(module.exports, createRequire(script), module, script, dirname(script));
  if (!cachedData || compiled.cachedDataRejected) keepCompiledCode(script, compiled);
}

/** @param {string} script */
function compiledCode(script) {
  try {
    return readFileSync(`${script}.v8`);
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
  const whole = `${script}.${process.pid}`;
  try {
    writeFileSync(whole, compiled.createCachedData());
    renameSync(whole, `${script}.v8`);
  } catch {
    // A cache that cannot be written makes the next start slower, no more.
  }
}

module.exports = { run };
