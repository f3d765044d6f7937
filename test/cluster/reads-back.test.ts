import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { yamlText } from '../../output/yaml.ts';
import everything from '../fixtures/accepted/everything.ts';
import hostile from '../output/fixtures/hostile-texts.json';
import { textsOf } from '../output/texts.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';
import { kubectl } from './support/kubectl.ts';

/** What kubectl, and so Go's parser, reads in some YAML, document by document. No cluster is asked. */
function readByGo(yaml: string): unknown[] {
  const words = ['patch', '--local', '--filename=-', '--type=merge', '--patch={}', '--output=json'];
  const { output, complaints } = kubectl(words, yaml);
  expect(complaints).toBe('');
  const documents = output.split(/^}\n/m).filter((text) => text !== '');
  return documents.map((text) => JSON.parse(`${text}}`));
}

const widget = (values: readonly string[]) => ({
  apiVersion: 'example.org/v1',
  kind: 'Widget',
  metadata: { name: 'texts' },
  spec: { values, named: Object.fromEntries(values.map((value) => [value, value])) },
});

test.each([
  ['hostile text', hostile],
  ['short texts that look like numbers', [...textsOf('0o1_-+.exXb', 4)]],
  ['short texts that look like no numbers', [...textsOf('.iInNfFaA_+-~', 3)]],
  ['short texts that look like words of YAML', [...textsOf('yYesnotrufalNUL', 3)]],
  ['short texts of signs', [...textsOf('<=>!&*|%@`{}[],?: ab', 3)]],
  ['short texts of white space and signs', [...textsOf(' a-#:\n\t\r\u2028\u0085"\'\\', 4)]],
  ['times and dates', [...textsOf('0123-:T .Z', 4)]],
])('kubectl reads %s back as it was written', (_, values) => {
  const document = widget(values.filter((value) => value !== '__proto__'));
  expect(readByGo(yamlText(document))).toEqual([document]);
});

test('kubectl reads every object of a site with everything in it as the library does that reads dist/ in the tests', () => {
  const text = [...filesOf(manifestsOfSite(aSite(everything))).values()].join('---\n');
  const documents = parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS());
  expect(documents.length).toBeGreaterThan(50);
  expect(readByGo(text)).toEqual(documents);
});
