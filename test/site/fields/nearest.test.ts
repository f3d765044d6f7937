import { describe, expect, test } from 'vitest';
import { nearest } from '../../../site/fields/nearest.ts';
import { fieldsAt, outline } from '../../../site/outline.ts';
import { siteSchema } from '../../../site/site.ts';

const fields = fieldsAt(outline(siteSchema), []);

describe('a word that nobody knows', () => {
  test.each([
    ['dommain', fields, 'domain'],
    ['hoem', fields, 'home'],
    ['gti', fields, 'git'],
    ['Storage', fields, 'storage'],
    ['environment', fields, 'environments'],
    ['monitoring_', fields, 'monitoring'],
    ['memory_gb', ['ocpus', 'memoryGb'], 'memoryGb'],
    ['memory', ['ocpus', 'memoryGb'], 'memoryGb'],
    ['cpu', ['ocpus', 'memoryGb'], 'ocpus'],
    ['gaurd', ['guard', 'host'], 'guard'],
    ['nginx', ['traefik', 'ingress-nginx'], 'ingress-nginx'],
    ['prod', ['staging', 'production'], 'production'],
  ])('%s most likely stands for one of %j: %s', (word, known, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  test.each(['email', 'node', 'ingress', 'replicas', 'x', '', 'zone', 'hosts'])(
    '%j is not taken for a field of a site by force',
    (word) => {
      expect(nearest(word, fields)).toBeUndefined();
    },
  );
});

describe('a field with one slip in it', () => {
  const slips = fields.flatMap((field) => [
    [`${field}x`, field],
    [field.slice(0, -1), field],
    [field.toUpperCase(), field],
    [`${field[1]}${field[0]}${field.slice(2)}`, field],
  ]);

  test.each(slips)('%s is still taken for %s', (slip, field) => {
    expect(nearest(slip as string, fields)).toBe(field);
  });
});
