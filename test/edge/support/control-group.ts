import { existsSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

const ROOT = '/sys/fs/cgroup';

/** Files of the two versions of control groups, one of which a machine has for memory. */
const VERSIONS = {
  one: { folder: join(ROOT, 'memory'), limit: 'memory.limit_in_bytes' },
  two: { folder: ROOT, limit: 'memory.max' },
} as const;

/** A control group of this machine that ends its processes beyond a limit of memory, as a node does with a container. */
export class ControlGroup {
  private readonly version = existsSync(VERSIONS.one.folder) ? VERSIONS.one : VERSIONS.two;
  private readonly folder: string;

  constructor(mebibytes: number) {
    if (this.version === VERSIONS.two) writeFileSync(join(ROOT, 'cgroup.subtree_control'), '+memory');
    this.folder = mkdtempSync(join(this.version.folder, 'armstead-'));
    writeFileSync(join(this.folder, this.version.limit), `${mebibytes * 1024 * 1024}`);
  }

  /** A command line that runs a program in this group. */
  running(program: string, args: readonly string[]): [string, string[]] {
    const procs = join(this.folder, 'cgroup.procs');
    return ['/bin/sh', ['-euc', 'echo $$ >"$0"; exec "$@"', procs, program, ...args]];
  }

  /** Its processes must have ended. */
  async remove(): Promise<void> {
    await eventually(
      async () => rmdirSync(this.folder),
      () => true,
    );
  }
}
