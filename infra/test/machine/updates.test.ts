import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import update from '../../machine/node/updates.sh';
import { nodeUpdates } from '../../machine/node/updates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'armstead-updates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script where these programs write down how they were called. Answers its exit code and their calls. */
function run(programs: Readonly<Record<string, number>>): { status: number | null; calls: string[] } {
  const log = join(folder, 'calls');
  writeFileSync(log, '');
  for (const [name, status] of Object.entries(programs)) {
    const text = `#!/bin/sh\necho "${name} $*" >>${log}\nexit ${status}\n`;
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  }
  const script = update.replaceAll('/usr/bin/needs-restarting', join(folder, 'needs-restarting'));
  const { status } = spawnSync('sh', ['-c', script], { env: { PATH: `${folder}:/usr/bin:/bin` } });
  return { status, calls: readFileSync(log, 'utf8').trimEnd().split('\n') };
}

const UPGRADE =
  'dnf --quiet --assumeyes --security --exclude=kubeadm*,kubectl*,kubelet*,cri-o*,cri-tools*,conmon*,oci-* upgrade';

describe('a node at night', () => {
  test('installs security updates, leaves what OKE has installed, and stays up where no restart is needed', () => {
    expect(run({ dnf: 0, 'needs-restarting': 0, systemctl: 0 })).toEqual({
      status: 0,
      calls: [UPGRADE, 'needs-restarting --reboothint'],
    });
  });

  test('restarts where an update counts only then', () => {
    expect(run({ dnf: 0, 'needs-restarting': 1, systemctl: 0 }).calls.at(-1)).toBe('systemctl reboot');
  });

  test('does not restart because nobody knows whether it should', () => {
    expect(run({ dnf: 0, 'needs-restarting': 2, systemctl: 0 }).calls).not.toContain('systemctl reboot');
    rmSync(join(folder, 'needs-restarting'));
    expect(run({ dnf: 0, systemctl: 0 }).calls).not.toContain('systemctl reboot');
  });

  test('says so by its exit code when updates cannot be had, and does not restart', () => {
    expect(run({ dnf: 1, 'needs-restarting': 1, systemctl: 0 })).toEqual({ status: 1, calls: [UPGRADE] });
  });

  test('looks at another hour than the other nodes do', () => {
    const hours = [0, 1, 2].map((index) => /OnCalendar=(.*)/.exec(nodeUpdates(index)[2]?.content ?? '')?.[1]);
    expect(hours).toEqual(['*-*-* 01:00:00 UTC', '*-*-* 02:00:00 UTC', '*-*-* 03:00:00 UTC']);
  });
});
