import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { top } from './support/files.ts';
import { filesIn } from './support/trees.ts';

test('dist/ is what the sources give', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'armstead-dist-'));
  try {
    const folder = join(scratch, 'dist');
    execFileSync(process.execPath, [join(top, 'scripts/synth.cjs')], { env: { ...process.env, CDK8S_OUTDIR: folder } });
    const [committed, fresh] = [filesIn(join(top, 'dist')), filesIn(folder)];
    const paths = [...new Set([...committed.keys(), ...fresh.keys()])];
    const stale = paths.filter((path) => committed.get(path) !== fresh.get(path));
    expect(stale, 'files to make anew by npx cdk8s synth, and to commit').toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
