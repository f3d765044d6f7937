import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stringify } from 'yaml';
import { alertTemplate, FUNCTIONS } from '../../site/fields/go-template/index.ts';
import { STAND_INS } from '../../site/fields/metricsql/index.ts';
import { promql } from '../../site/fields/promql.ts';
import * as queries from '../site/fields/vmalert/queries.ts';
import * as templates from '../site/fields/vmalert/templates.ts';
import { inFolder, pathOf, testWith } from '../support/programs.ts';

/** What an alert of a site states. */
interface Stated {
  readonly expr?: string;
  readonly summary?: string;
}

/** What vmalert would not start with, each in a file of its own. */
function refused(all: readonly Stated[]): Stated[] {
  let output = '';
  inFolder((folder) => {
    mkdirSync(folder, { recursive: true });
    all.forEach(({ expr = 'up == 0', summary = 'Down' }, index) => {
      const rules = [{ alert: 'Tried', expr, annotations: { summary } }];
      writeFileSync(join(folder, `rule-${index}.yaml`), stringify({ groups: [{ name: `g${index}`, rules }] }));
    });
    const { stdout, stderr } = spawnSync(
      pathOf('vmalert'),
      ['-dryRun', '-loggerMaxArgLen=100000000', `-rule=${folder}/*.yaml`],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      },
    );
    output = `${stdout}${stderr}`;
  });
  return all.filter(
    (_, index) => output.includes(`rule-${index}.yaml\\": `) || output.includes(`rule-${index}.yaml": `),
  );
}

/** Texts with one mistake each, as fingers make them: something is lost, doubled or put in. */
function mistyped(good: readonly string[], pieces: readonly string[]): string[] {
  const mistake = fc
    .tuple(fc.constantFrom(...good), fc.nat(), fc.nat(4), fc.constantFrom('', ...pieces))
    .map(([text, place, length, piece]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + length);
    });
  return [...new Set(fc.sample(mistake, { numRuns: 3000, seed: 7 }))].filter((text) => text.trim() !== '');
}

const summaries = (texts: readonly string[]) => texts.map((summary) => ({ summary }));
const expressions = (texts: readonly string[]) => texts.map((expr) => ({ expr }));

describe('what a site states for vmalert', () => {
  testWith(['vmalert'], 'is judged as vmalert judges it: summaries and runbooks', () => {
    expect(refused(summaries([...templates.good, ...templates.strict]))).toEqual([]);
    expect(refused(summaries(templates.bad))).toEqual(summaries(templates.bad));
  });

  testWith(['vmalert'], 'is judged as vmalert judges it: queries', () => {
    expect(refused(expressions([...queries.good, ...queries.strict]))).toEqual([]);
    expect(refused(expressions(queries.bad))).toEqual(expressions(queries.bad));
  });

  testWith(['vmalert'], 'may use every function that is listed, and vmalert knows each', () => {
    const used = [...FUNCTIONS.keys()].map((name) => ({ summary: `{{ ${name} }}` }));
    const asked = [...STAND_INS.keys()].map((name) => ({ expr: `${name}(x) > 1` }));
    expect(refused([...used, ...asked])).toEqual([]);
  });

  testWith(['vmalert'], 'is never taken where vmalert would not start: summaries with a mistake', () => {
    const pieces = [
      '{{',
      '}}',
      '{',
      '}',
      '"',
      '`',
      '$',
      '.',
      '|',
      '(',
      ')',
      ' ',
      '-',
      ':=',
      ',',
      'end',
      'else',
      'if',
      '1',
      'x',
    ];
    const taken = mistyped([...templates.good, ...templates.bad], pieces).filter((text) => !alertTemplate.breach(text));
    expect(taken.length).toBeGreaterThan(100);
    expect(refused(summaries(taken))).toEqual([]);
  });

  testWith(['vmalert'], 'is never taken where vmalert would not start: queries with a mistake', () => {
    const pieces = [
      '"',
      "'",
      '`',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      '1',
      '5m',
      ' ',
      'x',
      'by',
      'on',
      'offset',
      '@',
      '-',
      '\\',
      '*',
      'bool',
      ' or ',
    ];
    const taken = mistyped([...queries.good, ...queries.bad], pieces).filter((text) => !promql.breach(text));
    expect(taken.length).toBeGreaterThan(100);
    expect(refused(expressions(taken))).toEqual([]);
  });
});
