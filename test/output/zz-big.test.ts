import { Yaml } from 'cdk8s';
import { expect, test } from 'vitest';
import { ownYaml } from '../../output/yaml.ts';
test('bmp', () => {
  let own = 0;
  for (let base = 0; base < 0x10000; base += 4096) {
    const values: unknown[] = [];
    for (let c = base; c < base + 4096; c++) for (const t of [String.fromCharCode(c), `a${String.fromCharCode(c)}`, `${String.fromCharCode(c)} #`, `x\n${String.fromCharCode(c)}\n`, `"${String.fromCharCode(c)}'`]) if (ownYaml({ t }) !== undefined) { values.push(t, { [t.replaceAll('\n', '')]: t }); own++; }
    if (values.length) expect(ownYaml({ values })).toBe(Yaml.stringify({ values }));
  }
  console.log(own);
}, 200000);
