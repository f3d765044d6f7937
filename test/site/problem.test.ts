import { describe, expect, test } from 'vitest';
import { pathText, reportText, type SourceProblem } from '../../site/index.ts';

describe('a path', () => {
  test.each([
    [['home', 'networks', 0], 'home.networks[0]'],
    [['cloud', 'nodes', 'a', 'ocpus'], 'cloud.nodes.a.ocpus'],
    [['cloud', 'nodes', 'node-a', 'ocpus'], "cloud.nodes['node-a'].ocpus"],
    [['cloud', 'nodes', '1'], "cloud.nodes['1']"],
    [['cloud', 'nodes', ''], "cloud.nodes['']"],
    [['cloud', 'nodes', "it's"], 'cloud.nodes["it\'s"]'],
    [['cloud', 'nodes', 'two\nlines'], "cloud.nodes['two\\nlines']"],
    [['my-site'], "['my-site']"],
    [[], ''],
  ])('%j is written as one would write it in the file: %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

describe('a report', () => {
  const network: SourceProblem = {
    file: 'platform.ts',
    id: 'no-host-bits',
    path: ['home', 'networks', 0],
    found: '192.168.4.1/22',
    rule: 'is an address in a network, not the network',
    fix: 'write 192.168.4.0/22',
  };
  const missing: SourceProblem = {
    file: 'platform.ts',
    id: 'missing',
    path: ['domain'],
    found: '',
    rule: 'is missing',
    fix: "write a domain, such as 'example.org'",
  };

  test('names the file, counts the problems, and has for each where, what, why and what to write', () => {
    expect(reportText([network, missing])).toMatchInlineSnapshot(`
      "platform.ts: 2 problems, nothing was written

        home.networks[0]  192.168.4.1/22 is an address in a network, not the network
                          write 192.168.4.0/22
        domain  is missing
                write a domain, such as 'example.org'
      "
    `);
  });

  test('counts one problem as one', () => {
    expect(reportText([network])).toContain('platform.ts: 1 problem, nothing was written\n');
  });

  test('keeps the problems of each file together, in whichever order they come', () => {
    const handOver = { ...missing, file: 'site.outputs.json', path: ['cluster', 'id'] };
    expect(reportText([network, handOver, missing])).toBe(`3 problems in 2 files, nothing was written

platform.ts: 2 problems

  home.networks[0]  192.168.4.1/22 is an address in a network, not the network
                    write 192.168.4.0/22
  domain  is missing
          write a domain, such as 'example.org'

site.outputs.json: 1 problem

  cluster.id  is missing
              write a domain, such as 'example.org'
`);
  });

  test('names the file in the place of a path where all of it is meant', () => {
    const whole = {
      file: 'platform.ts',
      id: 'site',
      path: [],
      found: '',
      rule: 'has no default export',
      fix: 'write export default site({ ... })',
    };
    expect(reportText([whole])).toContain('\n  platform.ts  has no default export\n               write export');
  });
});
