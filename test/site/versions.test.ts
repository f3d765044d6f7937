import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shown } from '../../site/fields/shown.ts';
import { reportText } from '../../site/index.ts';
import { readProject } from '../../site/project.ts';
import { shop, web } from '../fixtures/base.ts';
import { site, versionsFolder } from './support/versions.ts';

const { folder, read, reportOf } = versionsFolder();

describe('versions/<team>.json', () => {
  test('says which version of a service runs where, with the version of its secrets or without', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const released = {
      storefront: { prod: '1.4.2', staging: { version: 'v1.5.0-rc.1' } },
      admin: { prod: { version: 'sha-3f2a1b9', secrets: 2 }, staging: digest },
    };
    expect(read({ shop: released })).toMatchObject({
      ok: true,
      value: {
        versions: {
          shop: {
            storefront: { prod: { version: '1.4.2' }, staging: { version: 'v1.5.0-rc.1' } },
            admin: { prod: { version: 'sha-3f2a1b9', secrets: 2 }, staging: { version: digest } },
          },
          search: {},
        },
      },
    });
  });

  test.each(['1.4.2', 'v1.4.2', '2026-11-28', '20261128.1', 'main-3f2a1b9', '3f2a1b9c', '1.4.2-alpine', 'r1.4.2_x'])(
    'takes %s, which stays what it is',
    (version) => {
      expect(reportOf({ shop: { storefront: { prod: version } } })).toBe('');
    },
  );

  test.each(['latest', '1.4.2-latest', 'main', 'stable', '1', '1.4', 'v1', 'prod', 'feature', 'release-1'])(
    'refuses %s, which may be another image tomorrow',
    (version) => {
      expect(
        reportOf({ shop: { storefront: { prod: version } } }),
      ).toBe(`versions/shop.json: 1 problem, nothing was written

  storefront.prod  ${shown(version)} may be another image tomorrow
                   write what never moves: 1.4.2, the beginning of a commit such as sha-3f2a1b9, or sha256:...
`);
    },
  );

  test.each([
    `@sha256:${'0'.repeat(64)}`,
    `1.4.2sha256:${'0'.repeat(64)}`,
    `ghcr.io/acme/web@sha256:${'0'.repeat(64)}`,
  ])('refuses %s, and proposes the digest in it', (version) => {
    expect(
      reportOf({ shop: { storefront: { prod: version } } }),
    ).toBe(`versions/shop.json: 1 problem, nothing was written

  storefront.prod  ${shown(version)} is not a version of an image
                   write sha256:${'0'.repeat(64)}
`);
  });

  test('says each thing once: of two entries with one name the first would be lost', () => {
    const twice = '{ "storefront": { "prod": "1.4.2" }, "admin": {}, "storefront": { "staging": "1.5.0" } }';
    expect(reportOf({ shop: twice })).toBe(`versions/shop.json: 1 problem, nothing was written

  versions/shop.json  has two entries storefront in one place, of which only the last one would count
                      write one of them, with all that belongs in it
`);
    expect(reportOf({ shop: '{ "storefront": { "prod": "1.4.2", "prod": "1.5.0" } }' })).toContain('two entries prod');
  });

  test('may begin with the mark that some editors of Windows write', () => {
    expect(read({ shop: '\u{feff}{ "storefront": { "prod": "1.4.2" } }' })).toMatchObject({
      ok: true,
      value: { versions: { shop: { storefront: { prod: { version: '1.4.2' } } } } },
    });
  });

  test('is a file', () => {
    read({});
    mkdirSync(join(folder, 'versions', 'shop.json'));
    const project = readProject(site, folder);
    rmSync(join(folder, 'versions', 'shop.json'), { recursive: true });
    expect(project.ok ? '' : reportText(project.problems)).toBe(`versions/shop.json: 1 problem, nothing was written

  versions/shop.json  is not a file that can be read (EISDIR)
                      restore it from git, or write { "storefront": { "prod": "1.4.2" } }
`);
  });

  test('names services and environments that there are', () => {
    const released = {
      storefont: { prod: '1.4.2' },
      mailer: { prod: '1.4.2' },
      admin: { stagging: '1.4.2', ci: '1.4.2' },
    };
    expect(reportOf({ shop: released })).toBe(`versions/shop.json: 4 problems, nothing was written

  storefont  storefont is no service of teams/shop.ts
             did you mean 'storefront'?
  mailer  mailer is no service of teams/shop.ts
          write storefront or admin, or leave it out
  admin.stagging  1.4.2 is a version in stagging, which is no environment of the site
                  did you mean 'staging'?
  admin.ci  1.4.2 is a version in ci, which is no environment of the site
            write prod or staging, or leave it out
`);
  });

  test('has no versions of previews, which have their own', () => {
    const previews = { ...site, environments: { prod: {}, preview: {} } };
    expect(
      reportOf({ shop: { storefront: { preview: '1.4.2' } } }, previews),
    ).toBe(`versions/shop.json: 1 problem, nothing was written

  storefront.preview  1.4.2 is a version in preview, and each preview has one of its own
                      leave it out
`);
  });

  test('has no version of secrets for a service without secrets', () => {
    expect(
      reportOf({ shop: { storefront: { prod: { version: '1.4.2', secrets: 2 } } } }),
    ).toBe(`versions/shop.json: 1 problem, nothing was written

  storefront.prod.secrets  2 is the version of secrets that the service does not have
                           leave it out
`);
  });

  test('is refused with everything that is wrong in it', () => {
    const wrong = {
      storefront: { prod: 1.4, staging: { tag: '1.4.2' } },
      admin: { prod: { version: 'ghcr.io/acme/web:1.4.2', secrets: '2' }, staging: '' },
      Web: { prod: '1.4.2' },
      api: ['1.4.2'],
    };
    expect(reportOf({ shop: wrong })).toBe(`versions/shop.json: 8 problems, nothing was written

  storefront.prod  1.4 is not a version
                   write "1.4.2", or { "version": "1.4.2", "secrets": 2 }
  storefront.staging.version  is missing
                              write a version, such as '1.4.2'
  storefront.staging.tag  unknown field
                          leave it out; the fields here are version, secrets
  admin.prod.version  ghcr.io/acme/web:1.4.2 is not a version of an image
                      write 1.4.2
  admin.prod.secrets  '2' is not a whole number of a version of its secrets from 1 to 9999
                      write 2, without quotes and unit
  admin.staging  '' is not a version of an image
                 write its tag, such as 1.4.2, or its digest, sha256:...
  Web  Web is not a name of lower-case letters, digits and inner hyphens with a letter first
       write web
  api  [ '1.4.2' ] is not a group of names in braces
       write { "prod": "1.4.2" }
`);
  });

  test('is JSON, and a group of names', () => {
    expect(
      reportOf({ shop: '{ "storefront": { "prod": "1.4.2", } }' }),
    ).toBe(`versions/shop.json: 1 problem, nothing was written

  versions/shop.json  is not JSON
                      restore it from git, or write { "storefront": { "prod": "1.4.2" } }
`);
    expect(reportOf({ shop: ['1.4.2'] })).toBe(`versions/shop.json: 1 problem, nothing was written

  versions/shop.json  [ '1.4.2' ] is not a group of names in braces
                      write { "storefront": { "prod": "1.4.2" } }
`);
  });

  test('is of a team whose mistakes are told beside it, and none that only follow from them', () => {
    const wrong = {
      ...site,
      teams: { ...site.teams, shop: { ...shop, services: { storefront: { ...web, prot: 1 } } } },
    };
    expect(
      reportOf({ shop: { storefront: { prod: 'latest' } } }, wrong),
    ).toBe(`2 problems in 2 files, nothing was written

teams/shop.ts: 1 problem

  services.storefront.prot  unknown field
                            did you mean port?

versions/shop.json: 1 problem

  storefront.prod  latest may be another image tomorrow
                   write what never moves: 1.4.2, the beginning of a commit such as sha-3f2a1b9, or sha256:...
`);
  });

  test('of no team is not read', () => {
    writeFileSync(join(folder, 'versions', 'blog.json'), 'no JSON');
    expect(reportOf({ shop: { storefront: { prod: '1.4.2' } } })).toBe('');
  });
});
