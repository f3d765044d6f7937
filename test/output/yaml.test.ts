import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ownYaml, yamlText } from '../../output/yaml.ts';
import listed from './fixtures/hostile-texts.json';
import { textsOf } from './texts.ts';

/** Text that some reader of YAML takes for something else, or that needs care in one style or another. */
const hostile = [...listed, 'half a pair \ud800'];

const letters = fc.string({
  maxLength: 12,
  unit: fc.constantFrom(...' \n\t\'":#-?,[]{}&*!|>%@`~<=.+_0123456789eExXobtTzZnyof/\\aé'),
});
const text = fc.oneof(
  fc.constantFrom(...hostile),
  letters,
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map(([a, b]) => a + b),
  fc.constantFrom(...hostile).map((piece) => piece.repeat(400)),
  fc.double().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);
const key = fc
  .oneof(text, fc.constantFrom('name', 'data', 'app.kubernetes.io/name'))
  .filter((name) => name !== '__proto__');
const scalarValue = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { document } = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { weight: 4, arbitrary: scalarValue },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: tie('document') },
  ),
  document: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

/** What the emitter writes by itself is what the library writes; where it leaves it to the library there is nothing to compare. */
function sameBytes(value: Record<string, unknown>): void {
  const own = ownYaml(value);
  if (own !== undefined) expect(own).toBe(Yaml.stringify(value));
}

describe('YAML', () => {
  test('is byte for byte what cdk8s writes, for any document', () => {
    fc.assert(fc.property(document, sameBytes), { numRuns: 1500 });
  });

  test('is byte for byte what cdk8s writes, for any text in any place', () => {
    fc.assert(
      fc.property(text, (value) => {
        sameBytes({ a: value, b: { c: [value, [value], { d: value }] } });
        if (value !== '__proto__') sameBytes({ [value]: value, b: [{ [value]: { [value]: [] } }] });
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [3, ' aeEfFnNyY~019.-+_:#?,[]{}&*!|>%@`\'"\\<='],
    [5, '01e.-_:+'],
    [5, 'a -#:\n'],
    [4, 'inf.NAF-+'],
    [4, 'yYeEsSoOnNfF~'],
  ])('is byte for byte what cdk8s writes, for each text of up to %i of the letters %j', (most, letters) => {
    const values = [...textsOf(letters, most)].filter((value) => ownYaml({ value }) !== undefined);
    expect(values.length).toBeGreaterThan(50);
    expect(ownYaml({ values })).toBe(Yaml.stringify({ values }));
  });

  test.each([
    ['names and paths', 'grafana ghcr.io/you/storefront:1.4.2 /var/lib/platform --storage.path=/data $(POD_IP)'],
    [
      'versions and addresses',
      '1.36.1 10.0.0.0/16 192.168.4.10 192.168.4.10:9100 nginx.ingress.kubernetes.io/auth-url',
    ],
    ['amounts', '1 0.5 100m 5Gi 90d 12h -1 0755'],
    ['words that mean something else', 'on null yes ~ * # é'],
  ])('writes %s without the library', (_, values) => {
    for (const value of [values, ...values.split(' ')]) expect(ownYaml({ value })).toBe(Yaml.stringify({ value }));
  });

  test.each(["it's", 'say "when"', 'a: b', 'a #b', 'groups:\n  - name: node\n', '{\n  "title": "Nodes"\n}'])(
    'writes the text %j without the library',
    (value) => {
      expect(ownYaml({ value })).toBe(Yaml.stringify({ value }));
    },
  );

  test.each(hostile)('writes the hostile text %j as cdk8s does, or with escapes that mean the same', (value) => {
    sameBytes({ a: value, [value]: [value, [[value]]], b: { c: { d: value } } });
    const [text, plain] = [yamlText({ value } as never), Yaml.stringify({ value })];
    if (text !== plain) expect(text).toMatch(/^value: "[ -~\u00a0-\uffff]*"\n$/);
    if (value.isWellFormed()) expect(parse(text, { version: '1.1' })).toEqual({ value });
  });

  test.each([
    ['a separator of lines', 'a\u2028b', '"a\\u2028b"'],
    ['a separator of paragraphs', '\u2029', '"\\u2029"'],
    ['a character that deletes', 'a\u007f', '"a\\u007f"'],
    ['an old control character', '\u0080', '"\\u0080"'],
    ['another end of a line', 'a\u0085b', '"a\\u0085b"'],
    ['what is no character', '\ufffe', '"\\ufffe"'],
    ['a mark of the order of bytes', '\ufeffa', '"\\ufeffa"'],
    ['text that turns the line round', 'a\u202eb', '"a\\u202eb"'],
    ['octal digits of YAML 1.2', '0o14', '"0o14"'],
    ['hexadecimal digits with a capital X', '0X1F', '"0X1F"'],
    ['binary digits behind an underscore', '0_b1', '"0_b1"'],
    ['lines that begin with a tab', '\ta\nb', '"\\ta\\nb"'],
    ['the key that takes over other fields', '<<', '"<<"'],
    ['lines of white space', '  \n', '"  \\n"'],
  ])("writes %s with escapes, since Go's parser would misread it", (_, value, written) => {
    expect(yamlText({ value } as never)).toBe(`value: ${written}\n`);
    expect(yamlText({ [value]: [value, 'plain'] } as never)).toBe(`${written}:\n  - ${written}\n  - plain\n`);
  });

  test('keeps text apart that looks like what stands in for an escape', () => {
    const document = { a: 'escaped0z', b: 'escapedx0z', c: '\u2028' };
    expect(yamlText(document as never)).toBe('a: escaped0z\nb: escapedx0z\nc: "\\u2028"\n');
  });
});
