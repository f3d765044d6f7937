import { execFileSync } from 'node:child_process';

/** Runs a tool of the user's machine and answers what it prints; its own words tell what went wrong. */
export function toolText(tool: string, args: readonly string[]): string {
  try {
    return execFileSync(tool, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') throw new Error(`${tool} is not installed; docs/infrastructure.md says how to get it`);
    throw new Error(`${[tool, ...args].join(' ')} failed:\n${stderr?.trim()}`);
  }
}
