import { spawnSync } from 'node:child_process';

/** Runs docker and answers with what it prints; anything but success is an error that says what it said. */
export function docker(...words: readonly string[]): string {
  const { status, stdout, stderr, error } = run(words);
  if (error) throw new Error(`docker cannot be started (${error.message}); install it and put it on the PATH`);
  if (status !== 0) throw new Error(`docker ${words[0]} failed: ${stderr.trim()}`);
  return stdout.trim();
}

/** Runs docker and answers with all that it prints, whether it succeeds or not. */
export function tried(...words: readonly string[]): string {
  const { stdout, stderr } = run(words);
  return `${stdout ?? ''}${stderr ?? ''}`;
}

function run(words: readonly string[]) {
  return spawnSync('docker', words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
