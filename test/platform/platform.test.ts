import { describe, expect, test } from 'vitest';
import { inGroup } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import type { SiteInput } from '../../site/index.ts';
import example from '../fixtures/example.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';

const manifests = manifestsOfSite(aSite());

/** Folders that no Application follows: the root follows `apps`, and `install` is applied once by the bootstrap. */
const FOLLOWED_BY_NONE = ['apps', 'install'];

interface ApplicationSpec {
  readonly source: { readonly path?: string; readonly chart?: string };
  readonly destination: { readonly namespace: string };
}

interface ProjectSpec {
  readonly destinations: readonly { readonly namespace: string }[];
  readonly clusterResourceWhitelist: readonly { readonly group: string; readonly kind: string }[];
}

function applications(): { name: string; wave: number; spec: ApplicationSpec }[] {
  return inFolder('apps').map(({ object }) => ({
    name: object.metadata.name,
    wave: Number(object.metadata.annotations?.['argocd.argoproj.io/sync-wave']),
    spec: object.spec as ApplicationSpec,
  }));
}

function waveOf(name: string): number {
  return applications().find((one) => one.name === name)?.wave ?? Number.NaN;
}

function inFolder(folder: string): Manifest[] {
  return manifests.filter((manifest) => manifest.folder === folder);
}

function project(): ProjectSpec {
  return inFolder('bootstrap').find(({ object }) => object.kind === 'AppProject')?.object.spec as ProjectSpec;
}

const VAULT = { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.abc.def' } as const;

/** The places of a chart's values that have the priority of the platform: `/global`. */
function rankedIn(values: object | undefined, path = ''): string[] {
  const own = Object.entries(values ?? {});
  const ranked = own.some(([key, value]) => key === 'priorityClassName' && value === 'platform');
  const groups = own.filter(([, value]) => typeof value === 'object');
  return [...(ranked ? [path] : []), ...groups.flatMap(([key, value]) => rankedIn(value, `${path}/${key}`))];
}

/** Folders whose files differ between the example site and one with changes. */
function foldersChangedBy(changes: Partial<SiteInput>): string[] {
  const before = filesOf(manifests);
  const after = filesOf(manifestsOfSite(aSite(changes)));
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  return [...new Set(paths.map((path) => path.split('/')[0] as string))].sort();
}

describe('the whole site', () => {
  test('has one Application for each folder, in git', () => {
    const folders = [...new Set(manifests.map(({ folder }) => folder))].filter(
      (one) => !FOLLOWED_BY_NONE.includes(one),
    );
    const followed = applications().flatMap(({ spec }) => spec.source.path ?? []);

    expect(followed.sort()).toEqual(folders.map((folder) => `dist/${folder}`).sort());
  });

  test('touches only namespaces and cluster-scoped kinds that its project allows', () => {
    const namespaces = new Set(project().destinations.map(({ namespace }) => namespace));
    const kinds = new Set(project().clusterResourceWhitelist.map(({ group, kind }) => `${group}/${kind}`));
    const used = inFolder('cluster').map(({ object: { apiVersion, kind } }) =>
      apiVersion.includes('/') ? `${apiVersion.split('/')[0]}/${kind}` : `/${kind}`,
    );

    const namespaced = manifests.flatMap(({ object }) => object.metadata.namespace ?? []);
    expect(namespaced.filter((namespace) => !namespaces.has(namespace))).toEqual([]);
    expect(applications().filter(({ spec }) => !namespaces.has(spec.destination.namespace))).toEqual([]);
    expect(used.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('has a project whose cluster-scoped kinds are all known as such', () => {
    const { clusterResourceWhitelist } = project();
    expect(clusterResourceWhitelist.filter(({ group, kind }) => !isClusterScoped(inGroup(group, kind)))).toEqual([]);
  });

  test('ranks every pod of its charts as the platform, where their values have a place for it', () => {
    const sites = [manifests, manifestsOfSite(aSite({ edge: { controller: 'ingress-nginx' }, secrets: VAULT }))];
    const ranks = sites.flat().flatMap(({ object }) => {
      const { source } = (object.spec ?? {}) as { source?: { chart?: string; helm?: { valuesObject: object } } };
      return source?.chart ? [[source.chart, rankedIn(source.helm?.valuesObject)] as const] : [];
    });

    expect(Object.fromEntries(ranks)).toEqual({
      'argo-cd': ['/global'],
      'cert-manager': ['/global'],
      traefik: [''],
      'ingress-nginx': ['/controller'],
      'external-secrets': ['', '/certController', '/webhook'],
    });
  });

  test('lets the controller that reads the vault, and nothing else of its chart, share the network of its node', () => {
    const chart = manifestsOfSite(aSite({ secrets: VAULT })).flatMap(({ object }) => {
      const { source } = (object.spec ?? {}) as { source?: { chart?: string; helm?: { valuesObject: object } } };
      return source?.chart === 'external-secrets' ? [source.helm?.valuesObject] : [];
    });
    const replacedOneAfterTheOther = { strategy: { type: 'Recreate' } };
    expect(chart).toMatchObject([
      { hostNetwork: true, metrics: { listen: { port: 18_080 } }, ...replacedOneAfterTheOther },
    ]);
    expect(JSON.stringify(chart).match(/hostNetwork/g)).toHaveLength(1);
  });

  test('has its namespaces before what lives in them', () => {
    const late = applications().filter(
      ({ name, wave, spec }) => spec.source.path && wave <= waveOf('cluster') && name !== 'cluster',
    );

    // The project must be there before any Application of it syncs; its namespace comes with the bootstrap.
    expect(late.map(({ name }) => name)).toEqual(['bootstrap']);
  });

  test('comes to life in this order', () => {
    const order = applications()
      .sort((one, other) => one.wave - other.wave || one.name.localeCompare(other.name, 'en'))
      .map(({ name, wave }) => `${wave} ${name}`);

    expect(order).toMatchInlineSnapshot(`
      [
        "-30 bootstrap",
        "-20 cluster",
        "-15 argocd",
        "-10 storage",
        "-9 cert-manager",
        "-8 certificates",
        "-7 edge",
        "-6 traefik",
        "0 access",
        "0 delivery",
        "0 home",
        "0 monitoring",
        "0 node-agents",
        "0 sign-on",
      ]
    `);
  });
});

describe('one edit of platform.ts', () => {
  const { monitoring } = example;

  test('changes nothing outside the part that it is about', () => {
    expect(foldersChangedBy({ monitoring: { ...monitoring, retention: '30d' } })).toEqual(['monitoring']);
  });

  test('to a larger disk changes the volume alone', () => {
    expect(foldersChangedBy({ monitoring: { ...monitoring, disk: '9Gi' } })).toEqual(['cluster']);
  });

  test('to another branch changes Applications alone', () => {
    const git = { url: 'https://github.com/you/platform.git', branch: 'next' };

    expect(foldersChangedBy({ git })).toEqual(['apps', 'bootstrap']);
  });
});
