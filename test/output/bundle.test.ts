import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aProject, ownCopies, type Project, SYNTH } from './project.ts';
import { removeFolders } from './support.ts';

afterAll(removeFolders);

let project: Project;

beforeEach(async () => {
  project = await aProject();
});

const cache = () => join(project.root, 'node_modules/.cache/armstead');

/** Marks the kept bundle: as long as it is the one that runs, and nothing is built, the mark stays. */
function mark(): () => boolean {
  const record = join(cache(), 'main.json');
  const { ino } = statSync(record);
  return () => statSync(record).ino === ino;
}

const WITH_PACKAGE = "import 'constructs';\nexport const greeting = 'hello';\n";

async function synth(): Promise<void> {
  const { status, stderr } = await project.run();
  expect([status, stderr]).toEqual([0, '']);
}

describe('the kept bundle', () => {
  test('is used as long as nothing has changed, and gives the same bytes', async () => {
    await synth();
    const [isKept, before] = [mark(), project.dist()];
    expect(before.get('shop/configmap.settings.yaml')).toBe('name: homestead\ndisk: 5Gi\nrefuse: \ngreeting: hello\n');
    rmSync(join(project.root, 'dist'), { recursive: true });
    await synth();
    expect(project.dist()).toEqual(before);
    expect(isKept()).toBe(true);
    expect(
      readdirSync(cache())
        .map((name) => name.replace(/[0-9a-f]{16}/, '*'))
        .sort(),
    ).toEqual(['main.*.cjs', 'main.*.cjs.map', 'main.*.cjs.v8', 'main.json']);
  });

  test('is not used after an edit of any source, not even of the same length', async () => {
    project.write('platform.ts', "export default { name: 'homestead', disk: '6Gi', refuse: '' };\n");
    await synth();
    expect(project.settings()).toContain('disk: 6Gi');
    project.write('site/greeting.ts', "export const greeting = 'olleh';\n");
    await synth();
    expect(project.settings()).toContain('greeting: olleh');
  });

  test('is not used after an edit of the same length with the old time stamp', async () => {
    const path = join(project.root, 'platform.ts');
    const { atime, mtime } = statSync(path);
    project.write('platform.ts', "export default { name: 'homestead', disk: '6Gi', refuse: '' };\n");
    utimesSync(path, atime, mtime);
    await synth();
    expect(project.settings()).toContain('disk: 6Gi');
  });

  test('is used after a source was touched', async () => {
    const isKept = mark();
    utimesSync(join(project.root, 'platform.ts'), new Date(), new Date());
    await synth();
    expect(isKept()).toBe(true);
  });

  test('is not used after a source was deleted, and what is missing is named', async () => {
    await synth();
    const before = project.dist();
    rmSync(join(project.root, 'site/greeting.ts'));
    const { status, stderr } = await project.run();
    expect(stderr).toBe(
      'main.ts:5:26: cannot be read, nothing was written\n\n' +
        "  5 | import { greeting } from './site/greeting.ts';\n" +
        '    |                          ^\n' +
        '  Could not resolve "./site/greeting.ts"\n' +
        '  write the path of a file that is there, with its ending\n',
    );
    expect(status).toBe(1);
    expect(project.dist()).toEqual(before);
  });

  test('is not used when a new file comes before the one that an import has meant', async () => {
    project.write('main.ts', readFileSync(join(project.root, 'main.ts'), 'utf8').replace('greeting.ts', 'greeting'));
    await synth();
    project.write('site/greeting.tsx', "export const greeting = 'bonjour';\n");
    await synth();
    expect(project.settings()).toContain('greeting: bonjour');
  });

  test('is not used when a folder of packages comes nearer than the one that an import has meant', async () => {
    const isKept = mark();
    project.write('site/node_modules/yaml/package.json', '{}');
    await synth();
    expect(isKept()).toBe(false);
  });

  test.each(['package-lock.json', 'package.json', 'launch/run.cjs'])(
    'is not used after a change of %s',
    async (path) => {
      await synth();
      const isKept = mark();
      project.write(path, `${readFileSync(join(project.root, path), 'utf8')}\n`);
      await synth();
      expect(isKept()).toBe(false);
    },
  );

  test('is not used with another version of Node, nor with another form of it', async () => {
    const record = join(cache(), 'main.json');
    const { made, ...others } = JSON.parse(readFileSync(record, 'utf8'));
    expect(made).toContain(process.version);
    for (const other of [made.replace(process.version, 'v0.0.0'), `0${made}`]) {
      writeFileSync(record, JSON.stringify({ ...others, made: other }));
      const isKept = mark();
      await synth();
      expect(isKept()).toBe(false);
    }
  });

  test('is not used after a change of esbuild or of a package in it, not even with the old time stamp', async () => {
    ownCopies(project, 'constructs', 'esbuild');
    project.write('site/greeting.ts', WITH_PACKAGE);
    for (const file of ['constructs/lib/index.js', 'esbuild/package.json']) {
      const path = join(project.root, 'node_modules', file);
      await synth();
      const isKept = mark();
      const { atime, mtime } = statSync(path);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/\n/, '\r'));
      utimesSync(path, atime, mtime);
      await synth();
      expect(isKept(), path).toBe(false);
    }
  });
});

describe('a build', () => {
  /** Starts a synth that changes a file right after a call has looked at it. */
  async function synthAndChange(call: string, path: string, text: string): Promise<void> {
    rmSync(cache(), { recursive: true });
    project.write(
      'save.cjs',
      `const fs = require('node:fs');
const original = fs.${call};
fs.${call} = (path, ...rest) => {
  const result = original(path, ...rest);
  if (String(path).endsWith('${path}')) fs.writeFileSync('${path}', ${JSON.stringify(text)});
  return result;
};
`,
    );
    await project.run(SYNTH, { env: { NODE_OPTIONS: `--require ${join(project.root, 'save.cjs')}` } });
  }

  test.each(['site/greeting.ts', 'site/greeting.json'])(
    'is not kept as that of %s as it was saved later',
    async (path) => {
      const text = (word: string) =>
        path.endsWith('.json') ? `{ "greeting": "${word}" }` : `export const greeting = '${word}';`;
      project.write(path, text('early'));
      project.write('main.ts', readFileSync(join(project.root, 'main.ts'), 'utf8').replace('site/greeting.ts', path));
      await synthAndChange('readFileSync', path, text('later'));
      expect(project.settings()).toContain('greeting: early');
      await synth();
      expect(project.settings()).toContain('greeting: later');
    },
  );

  test('is not kept as that of a package as it was changed meanwhile', async () => {
    ownCopies(project, 'constructs');
    project.write('site/greeting.ts', WITH_PACKAGE);
    const path = 'node_modules/constructs/lib/index.js';
    await synthAndChange('statSync', path, `${readFileSync(join(project.root, path), 'utf8')}\n`);
    const isKept = mark();
    await synth();
    expect(isKept()).toBe(false);
  });

  test('works where nothing can be kept', async () => {
    rmSync(join(project.root, 'node_modules/.cache'), { recursive: true });
    project.write('node_modules/.cache', 'a file in the way');
    await synth();
    project.write('site/greeting.ts', "export const greeting = 'moin';\n");
    await synth();
    expect(project.settings()).toContain('greeting: moin');
  });

  test.each([
    ['the script', /\.cjs$/, (contents: Buffer) => contents.subarray(0, 1000)],
    ['compiled code', /\.v8$/, (contents: Buffer) => contents.subarray(0, 1000)],
    [
      'compiled code, in part',
      /\.v8$/,
      (contents: Buffer) => Buffer.concat([contents.subarray(0, 4096), Buffer.alloc(contents.length - 4096)]),
    ],
    ['the record', /main\.json$/, (contents: Buffer) => contents.subarray(0, 1000)],
  ])('is made again where %s was damaged', async (_, which, damage) => {
    for (const name of readdirSync(cache()).filter((each) => which.test(each))) {
      writeFileSync(join(cache(), name), damage(readFileSync(join(cache(), name))));
    }
    await synth();
    expect(project.dist().size).toBe(2);
  });
});
