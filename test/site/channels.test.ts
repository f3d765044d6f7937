import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { integrations } from '../../constructs/monitoring-stack/alerts/channels/index.ts';
import { statedChannels } from '../../site/channels/index.ts';
import everything from '../fixtures/accepted/everything.ts';
import { aSite } from '../support/site.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('a notification channel that is only begun does not compile', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'armstead-channel-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('in platform.ts alone, or as a receiver alone: every place that does not know it is named', async () => {
    const errors = await errorsWith({
      'site/channels/index.ts': 'interface NotifyInput { readonly pigeon?: string }',
      'constructs/monitoring-stack/alerts/channels/index.ts':
        "interface Receivers { readonly horn?: Receivers['slack'] }",
    });
    expect(errors).toEqual([
      "constructs/monitoring-stack/alerts/channels/index.ts  TS2741: Property 'horn' is missing",
      "platform/monitoring.ts  TS2344: Type 'keyof NotifyInput' does not satisfy the constraint 'keyof Receivers'.",
      "platform/monitoring.ts  TS2741: Property 'pigeon' is missing",
      "site/channels/index.ts  TS2741: Property 'pigeon' is missing",
    ]);
  });

  /** What the compiler says of the product when modules of it declare more. */
  async function errorsWith(more: Readonly<Record<string, string>>): Promise<string[]> {
    const declared = Object.entries(more).map(([file, text]) => `declare module '${join(ROOT, file)}' { ${text} }\n`);
    writeFileSync(join(folder, 'more.ts'), `${declared.join('')}export {};\n`);
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
      include: [],
      files: ['more.ts', join(ROOT, 'platform/monitoring.ts')],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return (await compiled()).split('\n').flatMap(shortened);
  }

  function compiled(): Promise<string> {
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', folder, '--pretty', 'false'];
    return new Promise((resolve) => execFile(process.execPath, tsc, { cwd: ROOT }, (_error, said) => resolve(said)));
  }

  function shortened(line: string): string[] {
    const [, file, code, text = ''] = /^(\S+)\(\d+,\d+\): error (TS\d+): (.*)$/.exec(line) ?? [];
    if (file === undefined) return line.startsWith('error') ? [line] : [];
    const missing = /Property '\w+' is missing/.exec(text)?.[0];
    return [`${relative(ROOT, join(ROOT, file))}  ${code}: ${missing ?? text}`];
  }
});

test('the Secret of each channel has exactly the keys that Alertmanager reads', () => {
  const stated = statedChannels(aSite(everything).monitoring.notify);
  expect(stated.map(({ name }) => name)).toEqual(Object.keys(integrations));
  for (const { name, channel, written } of stated) {
    expect([name, Object.keys(channel.secret(written).keys)]).toEqual([name, integrations[name].keys]);
  }
});
