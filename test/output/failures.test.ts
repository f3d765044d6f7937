import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../../package.json';
import { aProject, CDK8S, type Project, SYNTH } from './project.ts';
import { removeFolders } from './support.ts';

afterAll(removeFolders);

let project: Project;
let before: unknown;

beforeAll(async () => {
  project = await aProject();
  await project.run();
});

/** What tells whether anything has touched `dist/`. */
const marks = () => [...project.dist().keys(), '.'].map((path) => statSync(join(project.root, 'dist', path)).ctimeMs);

beforeEach(() => {
  before = marks();
});

const failures: [what: string, platform: string, report: string][] = [
  [
    'a refused site',
    "export default { name: 'homestead', disk: '5Gi', refuse: 'yes' };\n",
    'platform.ts: 1 problem, nothing was written\n\n  refuse  is set\n',
  ],
  [
    'a syntax error',
    "export default {\n  name: 'homestead\n};\n",
    'platform.ts:2:19: cannot be read, nothing was written\n\n' +
      "  2 |   name: 'homestead\n" +
      '    |                   ^\n' +
      '  Unterminated string literal\n' +
      "  a text ends with the quote with which it begins: write ' behind its last letter\n",
  ],
  [
    'a missing comma',
    "export default {\n  name: 'homestead'\n\n  // Enough for a year.\n  disk: '5Gi',\n};\n",
    'platform.ts:5:3: cannot be read, nothing was written\n\n' +
      "  5 |   disk: '5Gi',\n" +
      '    |   ^\n' +
      '  Expected "}" but found "disk"\n' +
      '  most likely a comma is missing at the end of line 2\n',
  ],
  [
    'a word too many in a line, where no comma would help',
    "export default { name: 'homestead' disk };\n",
    'platform.ts:1:36: cannot be read, nothing was written\n\n' +
      "  1 | export default { name: 'homestead' disk };\n" +
      '    |                                    ^\n' +
      '  Expected "}" but found "disk"\n',
  ],
  [
    'a field that is stated twice',
    "export default {\n  name: 'homestead',\n  name: 'cottage',\n};\n",
    'platform.ts:3:3: cannot be read, nothing was written\n\n' +
      "  3 |   name: 'cottage',\n" +
      '    |   ^\n' +
      '  Duplicate key "name" in object literal\n' +
      '  write name once: leave it out here or in line 2\n',
  ],
  [
    'a word without its quotes',
    "export default {\n  name: homestead,\n  disk: '5Gi',\n  refuse: '',\n};\n",
    'platform.ts:2:9: the synth stopped here, nothing was written\n\n' +
      '  2 |   name: homestead,\n' +
      '    |         ^\n' +
      '  ReferenceError: homestead is not defined\n' +
      "  write it in quotes: 'homestead'\n",
  ],
  [
    'an expression that throws',
    "const home: any = {};\n\nexport default { name: 'homestead', disk: home.disk.size, refuse: '' };\n",
    'platform.ts:3:53: the synth stopped here, nothing was written\n\n' +
      "  3 | export default { name: 'homestead', disk: home.disk.size, refuse: '' };\n" +
      '    |                                                     ^\n' +
      "  TypeError: Cannot read properties of undefined (reading 'size')\n",
  ],
  [
    'a function that throws',
    "function disk() {\n  throw new RangeError('no such disk');\n}\nexport default { name: 'homestead', disk: disk(), refuse: '' };\n",
    'platform.ts:2:9: the synth stopped here, nothing was written\n\n' +
      "  2 |   throw new RangeError('no such disk');\n" +
      '    |         ^\n' +
      '  RangeError: no such disk\n' +
      '  called from platform.ts:4:43\n',
  ],
  [
    'something that is thrown and is no error',
    "throw 'a tantrum';\nexport default { name: 'homestead', disk: '5Gi', refuse: '' };\n",
    'something that is no error was thrown: a tantrum\n',
  ],
  [
    'a site that ends the program as if all were well',
    "process.exit(0);\nexport default { name: 'homestead', disk: '5Gi', refuse: '' };\n",
    'platform.ts:1:9: the synth stopped here, nothing was written\n\n' +
      '  1 | process.exit(0);\n' +
      '    |         ^\n' +
      '  Error: process.exit() ends the synth before it has written anything; leave it out\n',
  ],
  [
    'a package that is not there',
    "import { x } from 'no-such-package';\nexport default { name: x, disk: '5Gi', refuse: '' };\n",
    'platform.ts:1:19: cannot be read, nothing was written\n\n' +
      "  1 | import { x } from 'no-such-package';\n" +
      '    |                   ^\n' +
      '  Could not resolve "no-such-package"\n' +
      "  a site needs no package: import { site } from './site/index.ts'\n",
  ],
  [
    'a file that is named in another way',
    "import { x } from './site/index.js';\nexport default { name: x, disk: '5Gi', refuse: '' };\n",
    'platform.ts:1:19: cannot be read, nothing was written\n\n' +
      "  1 | import { x } from './site/index.js';\n" +
      '    |                   ^\n' +
      '  Could not resolve "./site/index.js"\n' +
      "  write './site/index.ts'\n",
  ],
  [
    'a domain without its quotes',
    "export default {\n  name: example.org,\n  disk: '5Gi',\n  refuse: '',\n};\n",
    'platform.ts:2:9: the synth stopped here, nothing was written\n\n' +
      '  2 |   name: example.org,\n' +
      '    |         ^\n' +
      '  ReferenceError: example is not defined\n' +
      "  write it in quotes: 'example.org'\n",
  ],
  [
    'a network without its quotes',
    "export default {\n  name: ['10.0.0.0/16', 192.168.4.0/22],\n};\n",
    'platform.ts:2:32: cannot be read, nothing was written\n\n' +
      "  2 |   name: ['10.0.0.0/16', 192.168.4.0/22],\n" +
      '    |                                ^\n' +
      '  Expected "]" but found ".4"\n' +
      "  write it in quotes: '192.168.4.0/22'\n",
  ],
  [
    'a brace that is not closed',
    "export default {\n  cloud: {\n    nodes: { a: {} },\n  name: 'homestead',\n};\n",
    'platform.ts:5:2: cannot be read, nothing was written\n\n' +
      '  5 | };\n' +
      '    |  ^\n' +
      '  Expected "}" but found ";"\n' +
      '  most likely the { of line 2 is not closed: write } where it ends\n',
  ],
  [
    'a list that is not closed',
    "export default {\n  name: ['10.0.0.0/16',\n  disk: '5Gi',\n};\n",
    'platform.ts:3:7: cannot be read, nothing was written\n\n' +
      "  3 |   disk: '5Gi',\n" +
      '    |       ^\n' +
      '  Expected "]" but found ":"\n' +
      '  most likely the [ of line 2 is not closed: write ] where it ends\n',
  ],
  [
    'something that is waited for',
    "const name = await Promise.resolve('homestead');\nexport default { name, disk: '5Gi', refuse: '' };\n",
    'platform.ts:1:14: cannot be read, nothing was written\n\n' +
      "  1 | const name = await Promise.resolve('homestead');\n" +
      '    |              ^\n' +
      '  Top-level await is currently not supported with the "cjs" output format\n' +
      '  leave out await: a site is plain data, which waits for nothing\n',
  ],
];

describe('a start that fails says why, ends with exit code 1 and leaves dist/ alone', () => {
  test.each(failures)('after %s', async (_, platform, report) => {
    project.write('platform.ts', platform);
    const starts = report.includes('cannot be read') ? ['alone'] : ['with a new bundle', 'with the kept one'];
    for (const _ of starts) expect(await project.run()).toEqual({ status: 1, stdout: '', stderr: report });
    expect(marks()).toEqual(before);
  });

  test.each(failures.slice(0, 1))(
    'after %s, also for the cdk8s command, which adds one line',
    async (_, platform, report) => {
      project.write('platform.ts', platform);
      const { status, stdout, stderr } = await project.run(CDK8S);
      expect(stderr).toBe(`${report}ERROR: synthesis failed, app expected to create ".synth"\n`);
      expect(stdout).toBe('Synthesizing application\n');
      expect(status).toBe(1);
      expect(marks()).toEqual(before);
    },
  );

  test('after an error that nobody waits for', async () => {
    project.write(
      'platform.ts',
      "setTimeout(() => {\n  throw new Error('later');\n}, 1);\nexport default { name: 'homestead', disk: '5Gi', refuse: 'yes' };\n",
    );
    const { status, stderr } = await project.run();
    expect(stderr).toContain('platform.ts:2:9: the synth stopped here, nothing was written\n');
    expect(status).toBe(1);
  });
});

test('a promise that fails after a synth is said to have failed after it, with exit code 1', async () => {
  const site = "export default { name: 'homestead', disk: '5Gi', refuse: '' };\n";
  project.write('platform.ts', `Promise.reject(new Error('later'));\n${site}`);
  expect(await project.run()).toMatchObject({
    status: 1,
    stderr:
      'platform.ts:1:16: failed here, after the synth had written its files\n\n' +
      "  1 | Promise.reject(new Error('later'));\n" +
      '    |                ^\n' +
      '  Error: later\n',
  });
});

describe('a start that fails', () => {
  test('repairs dist/ after an earlier kill all the same', async () => {
    const dist = join(project.root, 'dist');
    // No process has this number: it is above the limit of every system.
    renameSync(dist, `${dist}.old.99999999.0123456789ab`);
    mkdirSync(`${dist}.next.99999999.0123456789ab/shop`, { recursive: true });
    project.write('platform.ts', "export default { name: 'homestead', disk: '5Gi', refuse: 'yes' };\n");
    expect((await project.run()).status).toBe(1);
    expect(project.dist().size).toBe(2);
    expect(readdirSync(project.root).filter((name) => name.startsWith('dist.'))).toEqual([]);
  });

  test('says so where Node is too old', async () => {
    project.write(
      'old.cjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });\n",
    );
    const env = { NODE_OPTIONS: `--require ${join(project.root, 'old.cjs')}` };
    const outcome = await project.run(SYNTH, { env });
    expect(outcome).toEqual({ status: 1, stdout: '', stderr: 'Node 20.19 or newer is needed, this is 20.18.3\n' });
    expect(engines.node).toBe('>=20.19');
  });

  test('names file and line also where nothing can be kept', async () => {
    rmSync(join(project.root, 'node_modules/.cache'), { recursive: true });
    project.write('node_modules/.cache', 'a file in the way');
    project.write('platform.ts', "throw new Error('no');\nexport default { name: '', disk: '', refuse: '' };\n");
    expect((await project.run()).stderr).toContain('platform.ts:1:7: the synth stopped here, nothing was written\n');
  });

  test('says so where the packages are not installed', async () => {
    const other = await aProject();
    renameSync(join(other.root, 'node_modules'), join(other.root, 'node_modules.away'));
    expect(await other.run()).toEqual({ status: 1, stdout: '', stderr: 'packages are missing: run npm ci\n' });
  });
});
