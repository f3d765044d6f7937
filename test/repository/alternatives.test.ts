import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const ROOMS = ['kubernetes', 'site', 'imports', 'constructs', 'platform', 'policies'];

/** What a file says, and what it would say of one alternative more; each has another name, by which errors tell of it. */
const BEGUN: readonly (readonly [file: string, found: string, instead: string])[] = [
  ['site/sections/secrets.ts', '[existing, ', "$&existing.extend({ backend: z.literal('new-backend') }), "],
  ['site/secret-backends/backend.ts', 'VaultAt = ', "$&{ readonly kind: 'new-vault'; readonly vault: string } | "],
  ['site/sections/sign-on.ts', '[github, google, oidc', "$&, google.extend({ provider: z.literal('new-provider') })"],
  [
    'site/providers/dashboards.ts',
    "  | { readonly provider: 'github'",
    "  | { readonly provider: 'new-provider' }\n$&",
  ],
  [
    'constructs/sign-on/sign-on-props.ts',
    '| OpenIdAccounts',
    "$& | (AnyAccounts & { readonly provider: 'new-accounts' })",
  ],
  [
    'constructs/monitoring-stack/dashboards/dashboard-sign-in.ts',
    'GitHub | Google | OpenId',
    "$& | (Standing & { readonly provider: 'new-sign-in' })",
  ],
  ['site/sections/edge.ts', "oneOf('traefik', ", "$&'new-controller', "],
  ['kubernetes/ingress-controllers/index.ts', "IngressController = 'traefik'", "$& | 'new-facts'"],
];

describe('an alternative that is only begun does not compile', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'armstead-alternatives-'));
    for (const room of ROOMS) cpSync(join(ROOT, room), join(folder, room), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ROOMS }));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('as a source of Secrets, a provider of sign-on or an ingress controller: every place is named', async () => {
    for (const one of BEGUN) begin(...one);
    expect(placesIn(await compiled())).toEqual([
      'new-accounts: constructs/sign-on/providers/index.ts',
      'new-backend: site/secret-backends/index.ts',
      'new-controller: platform/edge/application.ts',
      'new-controller: platform/home.ts',
      'new-controller: platform/publish.ts',
      'new-controller: platform/sign-on.ts',
      'new-controller: site/plan/load-balancers.ts',
      'new-controller: site/plan/notices.ts',
      'new-controller: site/rules/clients-can-come.ts',
      'new-controller: site/rules/controller-supports-what-is-demanded.ts',
      'new-controller: site/rules/controller-tells-waits-apart.ts',
      'new-facts: constructs/secure-ingress/annotations.ts',
      'new-facts: kubernetes/ingress-controllers/index.ts',
      'new-facts: policies/context/controller-trust.ts',
      'new-facts: site/plan/waves.ts',
      'new-provider: platform/monitoring.ts',
      'new-provider: platform/sign-on.ts',
      'new-provider: site/providers/index.ts',
      'new-sign-in: constructs/monitoring-stack/dashboards/providers/index.ts',
      'new-vault: platform/secrets/vault.ts',
    ]);
  });

  function begin(file: string, found: string, instead: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(found).length !== 2) throw new Error(`${file} does not say ${found} once`);
    writeFileSync(path, text.replace(found, instead));
  }

  /** What the compiler says of the rooms. */
  function compiled(): Promise<string> {
    const tsc = [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', folder, '--pretty', 'false'];
    return new Promise((resolve) => execFile(process.execPath, tsc, { cwd: folder }, (_error, said) => resolve(said)));
  }

  /** Each file with an error, and the alternative of which the error tells; an error of nothing of the kind as it is. */
  function placesIn(said: string): string[] {
    const errors = said.trim().split(/\n(?! )/);
    const places = errors.map((error) => {
      const [, file] = /^(\S+)\(\d+,\d+\): error TS\d+: /.exec(error) ?? [];
      const [name] = /new-[a-z-]+/.exec(error) ?? [];
      return file !== undefined && name !== undefined ? `${name}: ${file}` : error;
    });
    return [...new Set(places)].sort();
  }
});
