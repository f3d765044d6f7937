import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policies, topics } from '../../policies/catalogue.ts';

const folder = join(import.meta.dirname, '../../policies');

/** Most characters of the name of an annotation, less those of `except.`. */
const LONGEST_ID = 63 - 'except.'.length;

describe('the policies', () => {
  test('are these, so that none drops out unseen', () => {
    expect(policies.map(({ id }) => id)).toEqual([
      'images-are-exact',
    ]);
  });

  test('are named once each', () => {
    const ids = policies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(topics)('about "$title" are named as their files in $folder', ({ folder: topic, policies: ofTopic }) => {
    const files = readdirSync(join(folder, topic)).filter((file) => file !== 'index.ts');
    expect(ofTopic.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test('have ids that fit into the name of an annotation', () => {
    expect(policies.map(({ id }) => id).filter((id) => id.length > LONGEST_ID || !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
  });

  test.each(policies)('say the rule and the reason of $id in whole sentences', ({ title, why, absolute = '' }) => {
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(absolute).not.toMatch(/^[A-Z]|\.$/);
  });
});
