import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { aFolder, removeFolders } from './support.ts';

afterAll(removeFolders);

test('objects of more than 1,500 hosts share their shapes after a warm-up, and do not without', () => {
  const program = join(aFolder(), 'shapes.cjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'fixtures/shapes.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
  });
  const shapes = (how: string) =>
    Number(execFileSync(process.execPath, ['--allow-natives-syntax', program, '1600', how]));
  expect(shapes('cold')).toBeGreaterThan(100);
  expect(shapes('warm')).toBe(1);
});
