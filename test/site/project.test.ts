import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reportText } from '../../site/index.ts';
import { readProject } from '../../site/project.ts';
import { own } from '../fixtures/base.ts';
import { OUTPUTS } from '../support/outputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-project-'));
const file = join(folder, 'site.outputs.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(site: object, handOver: unknown) {
  writeFileSync(file, JSON.stringify(handOver));
  return readProject(site, folder);
}

function reportOf(site: object, handOver: unknown): string {
  const project = read(site, handOver);
  return project.ok ? '' : reportText(project.problems);
}

const elsewhere = { ...own, cloud: { ...own.cloud, region: 'us-phoenix-1' } };

describe('a project', () => {
  test('is the site and what was built from it', () => {
    expect(read(own, OUTPUTS)).toMatchObject({ ok: true, value: { site: { name: 'homestead' }, outputs: OUTPUTS } });
  });

  test('has no outputs before anything is built, wherever the site lies', () => {
    const project = readProject(elsewhere, join(folder, 'absent'));
    expect(project).toMatchObject({ ok: true, value: { site: { cloud: { region: 'us-phoenix-1' } } } });
    expect(project.ok && Object.keys(project.value)).toEqual(['site', 'versions']);
  });

  test('is refused with what is wrong in each of its files, file by file', () => {
    expect(reportOf({ ...own, name: '' }, { ...OUTPUTS, cluster: { ...OUTPUTS.cluster, id: 'x' }, tokens: 1 })).toBe(
      `3 problems in 2 files, nothing was written

platform.ts: 1 problem

  name  '' is not a name of lower-case letters, digits and inner hyphens with a letter first
        write a short name such as homestead

site.outputs.json: 2 problems

  cluster.id  x is not the identifier of a cluster
              run npm run hand-over again
  tokens  unknown field
          run npm run hand-over again
`,
    );
  });
});

describe('the hand-over of another region', () => {
  test('is refused in its own file', () => {
    expect(reportOf(elsewhere, OUTPUTS)).toBe(`site.outputs.json: 1 problem, nothing was written

  cluster.id  ocid1.cluster.oc1.eu-frankfurt-1.aaaa lies in eu-frankfurt-1, and the site in us-phoenix-1
              run npm run hand-over again, or write eu-frankfurt-1 as cloud.region
`);
  });

  test('is known by the three letters of a region as well', () => {
    const cluster = { ...OUTPUTS.cluster, id: 'ocid1.cluster.oc1.phx.aaaa' };
    expect(reportOf(elsewhere, { ...OUTPUTS, cluster })).toBe('');
    expect(reportOf(own, { ...OUTPUTS, cluster })).toContain('lies in us-phoenix-1, and the site in eu-frankfurt-1');
  });

  test('is no second mistake where the region or the identifier is wrong by itself', () => {
    const wrong = { ...own, cloud: { ...own.cloud, region: 'us-fenix-1' } };
    expect(reportOf(wrong, OUTPUTS)).toContain('platform.ts: 1 problem');
    const cluster = { ...OUTPUTS.cluster, id: 7 };
    expect(reportOf(elsewhere, { ...OUTPUTS, cluster })).toContain('site.outputs.json: 1 problem');
  });
});
