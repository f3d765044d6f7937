import { describe, expect, test } from 'vitest';
import { type Problem, pathText, reportText } from '../../site/index.ts';

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
  const network: Problem = {
    path: ['home', 'networks', 0],
    found: '192.168.4.1/22',
    rule: 'is an address in a network, not the network',
    fix: 'write 192.168.4.0/22',
  };
  const missing: Problem = {
    path: ['domain'],
    found: '',
    rule: 'is missing',
    fix: "write a domain, such as 'example.org'",
  };

  test('names the file, counts the problems, and has for each where, what, why and what to write', () => {
    expect(reportText('platform.ts', [network, missing])).toMatchInlineSnapshot(`
      "platform.ts: 2 problems, nothing was written

        home.networks[0]  192.168.4.1/22 is an address in a network, not the network
                          write 192.168.4.0/22
        domain  is missing
                write a domain, such as 'example.org'
      "
    `);
  });

  test('counts one problem as one', () => {
    expect(reportText('platform.ts', [network])).toContain('platform.ts: 1 problem, nothing was written\n');
  });

  test('names the file in the place of a path where all of it is meant', () => {
    const whole = { path: [], found: '', rule: 'has no default export', fix: 'write export default site({ ... })' };
    expect(reportText('platform.ts', [whole])).toContain(
      '\n  platform.ts  has no default export\n               write export',
    );
  });
});
