'use strict';

const { spawn } = require('node:child_process');
const { readdirSync, statSync, watch: watchFolder } = require('node:fs');
const { join, relative } = require('node:path');

/** Folders without sources of a site. */
const ELSEWHERE = /^(?:\..*|dist(?:\..*)?|docs|infra|node_modules|test)$/;

/** What an editor leaves beside the file it saves. */
const SCRATCH = /^\.|~$|^\d+$|\.(?:swp|swx|tmp)$/;

/** An editor saves a file in several steps; so many milliseconds after the last one it is done. */
const PAUSE = 30;

/**
 * Synthesizes now, and again after each change of a source, each time in a process of its own: an endless loop, a crash
 * or whatever else is in the sources ends with it.
 *
 * @param {string} root folder of the project
 */
function watch(root) {
  /** @type {Set<string>} */
  const changed = new Set();
  let running = false;
  /** @type {NodeJS.Timeout | undefined} */
  let pause;

  watchFolders(root, new Map(), (path) => {
    changed.add(path);
    clearTimeout(pause);
    pause = setTimeout(next, PAUSE);
  });
  process.stdout.write('watching the sources; Ctrl-C ends it\n');
  synthesize();

  function next() {
    if (running || changed.size === 0) return;
    process.stdout.write(`\n${[...changed].sort().join(', ')} changed\n`);
    changed.clear();
    synthesize();
  }

  function synthesize() {
    running = true;
    spawn(process.execPath, [join(root, 'scripts/synth.cjs')], { stdio: 'inherit' }).once('exit', () => {
      running = false;
      next();
    });
  }
}

/**
 * Watches a folder and those in it, and those that are made in it later.
 *
 * @param {string} root
 * @param {Map<string, { identity: string, watcher: import('node:fs').FSWatcher }>} watched
 * @param {(path: string) => void} onChange gets the path of a file in the project
 */
function watchFolders(root, watched, onChange) {
  const folders = foldersIn(root);
  for (const [folder, { identity, watcher }] of watched) {
    if (folders.get(folder) === identity) continue;
    watcher.close(); // it has gone, and what has its name now is another one
    watched.delete(folder);
  }
  for (const [folder, identity] of folders) {
    if (watched.has(folder)) continue;
    const watcher = watchOne(folder, (name) => {
      if (SCRATCH.test(name) || (folder === root && ELSEWHERE.test(name))) return;
      watchFolders(root, watched, onChange);
      onChange(relative(root, join(folder, name)));
    });
    if (watcher) watched.set(folder, { identity, watcher });
  }
}

/**
 * @param {string} folder
 * @param {(name: string) => void} onChange gets the name of what has changed in it
 */
function watchOne(folder, onChange) {
  try {
    const watcher = watchFolder(folder, (_event, name) => name && onChange(name));
    return watcher.on('error', () => watcher.close());
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined; // it has just gone
    throw error;
  }
}

/**
 * A folder and those in it that can hold sources, and what tells each from a later one of its name: inodes are used again.
 *
 * @param {string} folder
 * @param {Map<string, string>} found
 */
function foldersIn(folder, found = new Map()) {
  try {
    const { ino, birthtimeMs } = statSync(folder);
    found.set(folder, `${ino} ${birthtimeMs}`);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !ELSEWHERE.test(entry.name)) foldersIn(join(folder, entry.name), found);
    }
  } catch {
    // It has just gone.
  }
  return found;
}

module.exports = { watch };
