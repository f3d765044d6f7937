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
  const said = execFileSync(process.execPath, ['-e', LOAD], { cwd: infra, encoding: 'utf8' });
  expect(said).toContain(`
  infrastructure  is missing
                  write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it
  domain  example.org is kept for examples (RFC 2606): nobody owns it
          write your own domain
  contact  ops@example.org is the address of an example: nobody reads it
           write an address of your own
  git.url  https://github.com/you/platform.git is the repository of an example
           write the address of your own repository
`);
});

test('the hand-over refuses the example by name, before it asks Pulumi', () => {
  const handOver = () => execFileSync(process.execPath, ['run.cjs', 'hand-over/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(handOver).toThrow('domain  example.org is kept for examples (RFC 2606): nobody owns it');
});

test('the commands answer in one sentence when something is missing', () => {
  const preflight = () =>
    execFileSync(process.execPath, ['run.cjs', 'preflight/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(preflight).toThrow('infrastructure  is missing');
  const config = () => execFileSync(process.execPath, ['run.cjs', 'home/cli.ts'], { cwd: infra, stdio: 'pipe' });
  expect(config).toThrow('site.outputs.json names no gateway: run pulumi up and npm run hand-over');
});
