import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reportText } from '../../site/index.ts';
import { outline } from '../../site/outline.ts';
import { isPlaceholder, outputsSchema, parseOutputs, placeholders, readOutputs } from '../../site/outputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('before anything is built placeholders stand in, and each is recognised', () => {
  expect(readOutputs(join(folder, 'absent.json'))).toEqual({ ok: true, value: placeholders });
  const { compartment, cluster, loadBalancer, nodes } = placeholders;
  const values = [compartment, ...Object.values(cluster), ...Object.values(loadBalancer), ...Object.values(nodes)];
  expect(values.filter((value) => !isPlaceholder(value))).toEqual([]);
});

test('what was built is no placeholder', () => {
  const values = ['ocid1.subnet.oc1.eu-frankfurt-1.aaaaplaceholderx', '203.0.113.10', '192.0.20.1'];
  expect(values.filter(isPlaceholder)).toEqual([]);
});

test('a file that is cut short is refused', () => {
  const parsed = readOutputs(file('short.json', '{ "compartment": '));
  expect(parsed.ok || reportText(parsed.problems)).toBe(`site.outputs.json: 1 problem, nothing was written

  site.outputs.json  is not JSON
                     run npm run hand-over again
`);
});

test('every field that is wrong, missing or unknown is named', () => {
  const parsed = parseOutputs({
    ...placeholders,
    cluster: { id: 'homestead', endpoint: 'https://10.0.2.5' },
    loadBalancer: { address: 'here', subnet: placeholders.nodes.subnet },
    privateKey: 'x',
  });
  expect(parsed.ok || reportText(parsed.problems)).toBe(`site.outputs.json: 5 problems, nothing was written

  cluster.id  homestead is not the identifier of a cluster
              run npm run hand-over again
  cluster.endpoint  https://10.0.2.5 is no address with a port
                    run npm run hand-over again
  loadBalancer.address  here is not an IPv4 address
                        write an address such as 203.0.113.10
  loadBalancer.securityGroup  is missing
                              write the identifier of a networksecuritygroup, such as 'ocid1.networksecuritygroup...'
  privateKey  unknown field
              run npm run hand-over again
`);
});

test('whichever field is wrong, the rest is read and the field alone is named', () => {
  for (const { path } of outline(outputsSchema)) {
    const wrong = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), 1n);
    const parsed = parseOutputs(wrong);
    expect(parsed.ok ? [] : parsed.problems.filter(({ id }) => id !== 'missing').map((one) => one.path)).toEqual([
      path,
    ]);
  }
});
