import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, type TestFunction, test } from 'vitest';

/** The programs that a site runs or that check its configuration, as the tests call them. */
export type Program =
  | 'alertmanager'
  | 'amtool'
  | 'blackbox_exporter'
  | 'kube-state-metrics'
  | 'node_exporter'
  | 'oauth2-proxy'
  | 'victoria-logs'
  | 'victoria-metrics'
  | 'vlagent'
  | 'vmalert'
  | 'vmalert-tool';

/** Other names under which distributions install a program. */
const ALSO: Partial<Record<Program, string>> = { alertmanager: 'prometheus-alertmanager' };

/** Where a program lies: in the folder that `PROGRAMS_DIR` names, or where the shell finds it. */
export function programPath(program: Program): string | undefined {
  const folders = [process.env.PROGRAMS_DIR ?? '', ...(process.env.PATH ?? '').split(delimiter)];
  const names = [program, ALSO[program]].filter((name) => name !== undefined);
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
}

/** The path of a program in a test that has made sure that it is there. */
export function pathOf(program: Program): string {
  const path = programPath(program);
  if (!path) throw new Error(`${program} is missing`);
  return path;
}

/** Runs a program to its end; anything but success fails the test with what it said. Answers what it printed. */
export function runs(program: Program, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(pathOf(program), args, { encoding: 'utf8' });
  if (status !== 0) expect.fail(`${program} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Lends a folder that is gone afterwards. */
export function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A test that runs real programs.
 *
 * Where one is missing the test is skipped and says which; CI has all of them and counts a skipped test as failed.
 */
export function testWith(programs: readonly Program[], title: string, body: TestFunction, timeout = 60_000): void {
  const missing = programs.filter((program) => programPath(program) === undefined);
  test(
    title,
    (context) => {
      if (missing.length > 0) {
        context.skip(`${missing.join(', ')} missing: PROGRAMS_DIR must name the folder that holds it`);
      }
      return body(context);
    },
    timeout,
  );
}
