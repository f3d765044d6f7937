import { describe, expect, test } from 'vitest';
import { own, shop, web } from '../fixtures/base.ts';
import { site, versionsFolder } from './support/versions.ts';

const { reportOf } = versionsFolder();

describe('the Secrets of a team in an environment', () => {
  const guarded = (passwords: string) => ({ ...web, host: 'www', guard: 'basic', passwords });
  const reportOfServices = (services: object, released: object, more: object = {}) =>
    reportOf({ shop: released }, { ...own, ...more, teams: { shop: { ...shop, services } } });

  test('have names in which the number of their version is no other service', () => {
    const services = { web: { ...web, secrets: ['KEY'] }, 'web-2': { ...web, secrets: ['KEY'] } };
    const released = { web: { prod: { version: '1.4.2', secrets: 2 } }, 'web-2': { prod: '1.4.2' } };
    expect(reportOfServices(services, released)).toBe(`versions/shop.json: 1 problem, nothing was written

  web.prod.secrets  2 is to hold the secrets of shop/web in prod, and holds the secrets of shop/web-2 already
                    write the next number, and make the Secret that has it in its name
`);
    expect(reportOfServices(services, { web: { prod: { version: '1.4.2', secrets: 3 } } })).toBe('');
  });

  test('hold either variables, or passwords, or a credential, and are no certificate', () => {
    const services = {
      api: { ...web, secrets: ['KEY'] },
      pages: guarded('api'),
      shown: { ...guarded('shown-tls-staging'), host: 'shown' },
    };
    const released = { api: { prod: '1.4.2' }, pages: { prod: '1.4.2' }, shown: { prod: '1.4.2' } };
    const registries = { ghcr: { server: 'ghcr.io', secret: 'api' } };
    expect(reportOfServices(services, released, { registries })).toBe(`3 problems in 2 files, nothing was written

teams/shop.ts: 2 problems

  services.pages.passwords  api is to hold a password file in prod, and holds the secrets of shop/api already
                            write the name of another Secret
  services.shown.passwords  shown-tls-staging is to hold a password file in prod, and holds the certificate of shop/shown already
                            write the name of another Secret

platform.ts: 1 problem

  registries.ghcr.secret  api is to hold the credential of a registry in prod, and holds the secrets of shop/api already
                          write the name of another Secret
`);
  });

  test('may be shared by services behind one password file', () => {
    const services = { one: guarded('passwords'), two: { ...guarded('passwords'), host: 'two' } };
    expect(reportOfServices(services, { one: { prod: '1.4.2' }, two: { prod: '1.4.2' } })).toBe('');
  });
});

describe('what a service uses', () => {
  test('runs in each environment in which the service does', () => {
    expect(
      reportOf({ search: { api: { prod: '1.4.2', staging: '1.4.2' } }, shop: { storefront: { prod: '1.4.2' } } }),
    ).toBe(`teams/search.ts: 1 problem, nothing was written

  services.api.uses[0]  shop/storefront does not run in staging, where search/api does
                        release shop/storefront there first, or write in: { staging: { uses: [...] } } without it
`);
  });

  test('needs no version where the service has none', () => {
    expect(reportOf({ search: { api: { prod: '1.4.2' } }, shop: { storefront: { prod: '1.4.2' } } })).toBe('');
  });
});

describe('names that every object of JavaScript has', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    '%s is no service and no environment',
    (name) => {
      const inFile = `{ "${name}": { "prod": "1.4.2" }, "storefront": { "${name}": "1.4.2" } }`;
      expect(reportOf({ shop: inFile })).toMatch(/^versions\/shop\.json: [12] problems?, nothing was written\n/);
    },
  );

  test('are no services of a team that is used', () => {
    const used = {
      ...site.teams,
      search: { ...shop, services: { api: { ...web, uses: ['constructor/api', 'shop/constructor'] } } },
    };
    const report = reportOf({ search: { api: { prod: '1.4.2' } } }, { ...site, teams: used });
    expect(report).toMatch(/^teams\/search\.ts: 2 problems, nothing was written\n/);
  });
});
