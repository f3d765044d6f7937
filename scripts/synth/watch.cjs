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
 * @param {Map<string, { inode: number, watcher: import('node:fs').FSWatcher }>} watched
 * @param {(path: string) => void} onChange gets the path of a file in the project
 */
function watchFolders(root, watched, onChange) {
  for (const [folder, inode] of foldersIn(root)) {
    const known = watched.get(folder);
    if (known?.inode === inode) continue;
    known?.watcher.close(); // that folder has gone, and this is another one of its name
    const watcher = watchFolder(folder, (_event, name) => {
      if (!name || SCRATCH.test(name) || (folder === root && ELSEWHERE.test(name))) return;
      watchFolders(root, watched, onChange);
      onChange(relative(root, join(folder, name)));
    });
    watcher.on('error', () => watcher.close());
    watched.set(folder, { inode, watcher });
  }
}

/**
 * A folder and those in it that can hold sources, with their inodes; nothing where it has just gone.
 *
 * @param {string} folder
 * @returns {[folder: string, inode: number][]}
 */
function foldersIn(folder) {
  try {
    const inner = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !ELSEWHERE.test(entry.name),
    );
    return [[folder, statSync(folder).ino], ...inner.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}

module.exports = { watch };
