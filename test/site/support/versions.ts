import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { reportText } from '../../../site/index.ts';
import { readProject } from '../../../site/project.ts';
import { own, shop, web } from '../../fixtures/base.ts';

/** A site of two environments with two teams, one of which uses the other. */
export const site = {
  ...own,
  environments: { prod: {}, staging: {} },
  teams: {
    shop: { ...shop, services: { storefront: web, admin: { ...web, uses: ['storefront'], secrets: ['KEY'] } } },
    search: { ...shop, services: { api: { ...web, uses: ['shop/storefront'] } } },
  },
};

/** A folder for the files of versions of one file of tests, which goes after them. */
export function versionsFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-versions-'));
  mkdirSync(join(folder, 'versions'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Reads the site beside a file of versions for each team: as data, or as the text that stands in it. */
  function read(versions: Readonly<Record<string, unknown>>, exported: object = site) {
    for (const team of ['shop', 'search']) {
      const file = join(folder, 'versions', `${team}.json`);
      rmSync(file, { force: true });
      const content = versions[team];
      if (content !== undefined) writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
    return readProject(exported, folder);
  }

  /** What its user reads; empty where nothing is wrong. */
  function reportOf(...given: Parameters<typeof read>): string {
    const project = read(...given);
    return project.ok ? '' : reportText(project.problems);
  }

  return { folder, read, reportOf };
}
