'use strict';

const { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { nameFor, recordFile } = require('./kept.cjs');

/**
 * Keeps a bundle for the next start, and deletes those of earlier builds; does nothing where the cache cannot be written.
 *
 * @param {string} root
 * @param {string} entry
 * @param {import('./kept.cjs').Bundle} bundle
 * @param {import('./kept.cjs').Record} record
 */
function keep(root, entry, { script, code, map = new Uint8Array() }, record) {
  try {
    const folder = dirname(script);
    mkdirSync(folder, { recursive: true });
    write(script, code, 'latin1');
    write(`${script}.map`, map);
    write(recordFile(root, entry), JSON.stringify(record));
    const isOfEntry = new RegExp(`^${nameFor(entry)}\\.[0-9a-f]{16}\\.`);
    for (const name of readdirSync(folder))
      if (isOfEntry.test(name) && !name.startsWith(record.script)) rmSync(join(folder, name), { force: true });
  } catch {
    // Without a cache every start takes a little longer, no more.
  }
}

/**
 * Writes a file at once, so that nobody finds half of it.
 *
 * @param {string} path
 * @param {string | Uint8Array} contents
 * @param {BufferEncoding} [encoding]
 */
function write(path, contents, encoding) {
  const whole = `${path}.${process.pid}`;
  writeFileSync(whole, contents, encoding);
  renameSync(whole, path);
}

module.exports = { keep, write };
