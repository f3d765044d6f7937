import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aProject } from './example-project.ts';

const project = aProject();
const infra = join(project, 'infra');
afterAll(() => rmSync(project, { recursive: true }));

/** Loads main.cjs as Pulumi does, against a cloud that answers nothing, and prints how it ends. */
const LOAD = `
const pulumi = require('@pulumi/pulumi');
pulumi.runtime
  .setMocks({ newResource: () => ({ id: '', state: {} }), call: () => { throw new Error('no cloud'); } })
  .then(() => require('./main.cjs'))
  .then(() => console.log('built'), (error) => console.log(error.message));
`;

test('what pulumi up runs reads platform.ts itself, asks for the account, and refuses the example by name', () => {
  expect(execFileSync(process.execPath, ['-e', LOAD], { cwd: infra, encoding: 'utf8' })).toBe(
    `platform.ts: 5 problems, nothing was built

  infrastructure  is missing
                  write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it
  domain  example.org is kept for examples (RFC 2606): nobody owns it
          write your own domain
  contact  ops@example.org is the address of an example: nobody reads it
           write an address of your own
  git.url  https://github.com/you/platform.git is the repository of an example
           write the address of your own repository
  home.tunnel.publicKey  xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg= is a key from WireGuard's documentation, not yours: whoever has its private half would be your home
                         write the public key that \`wg pubkey\` prints for your own side

`,
  );
});

test('the hand-over refuses the example by name, before it asks Pulumi', () => {
  const handOver = () => execFileSync(process.execPath, ['run.cjs', 'hand-over/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(handOver).toThrow('domain  example.org is kept for examples (RFC 2606): nobody owns it');
});

test('the commands answer in one sentence when something is missing', () => {
  const preflight = () =>
    execFileSync(process.execPath, ['run.cjs', 'preflight/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(preflight).toThrow(/\nplatform\.ts: \d+ problems?\n\n {2}infrastructure {2}is missing\n/);
  const config = () => execFileSync(process.execPath, ['run.cjs', 'home/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(config).toThrow('site.outputs.json names no gateway: run pulumi up and npm run hand-over');
});
