import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('objects of more than 1,500 hosts share their shapes after a warm-up, and do not without', () => {
  const launcher = join(import.meta.dirname, '../../launch/index.cjs');
  const program = join(import.meta.dirname, 'fixtures/shapes.ts');
  const shapes = (how: string) =>
    Number(execFileSync(process.execPath, ['--allow-natives-syntax', launcher, program, '1600', how]));
  expect(shapes('cold')).toBeGreaterThan(100);
  expect(shapes('warm')).toBe(1);
});
