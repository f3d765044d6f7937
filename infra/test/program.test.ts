import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const infra = join(import.meta.dirname, '..');

/** Loads main.cjs as Pulumi does, against a cloud that answers nothing, and prints how it ends. */
const LOAD = `
const pulumi = require('@pulumi/pulumi');
pulumi.runtime
  .setMocks({ newResource: () => ({ id: '', state: {} }), call: () => { throw new Error('no cloud'); } })
  .then(() => require('./main.cjs'))
  .then(() => console.log('built'), (error) => console.log(error.message));
`;

test('what pulumi up runs reads platform.ts itself, and asks for the account that the example lacks', () => {
  expect(execFileSync(process.execPath, ['-e', LOAD], { cwd: infra, encoding: 'utf8' })).toBe(
    `platform.ts: 1 problem, nothing was built

  infrastructure  is missing
                  write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it

`,
  );
});

test('the commands answer in one sentence when something is missing', () => {
  const preflight = () =>
    execFileSync(process.execPath, ['run.cjs', 'preflight/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(preflight).toThrow(/\nplatform\.ts: \d+ problems?\n\n {2}infrastructure {2}is missing\n/);
  const config = () => execFileSync(process.execPath, ['run.cjs', 'home/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(config).toThrow('site.outputs.json names no gateway: run pulumi up and npm run hand-over');
});
