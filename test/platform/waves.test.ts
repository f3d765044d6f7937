import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { PolicyContext } from '../../policies/context/context.ts';
import { references } from '../../policies/context/references/index.ts';
import type { Plan } from '../../site/plan/index.ts';
import { waveOf } from '../../site/plan/waves.ts';
import everything from '../fixtures/accepted/everything.ts';
import { aPlan, manifestsOfPlan } from '../support/site.ts';

/** Which Application brings the kinds of a group, and the webhook that checks their objects. */
const BRINGERS: Readonly<Record<string, string>> = {
  'cert-manager.io': 'cert-manager',
  'external-secrets.io': 'external-secrets',
};

/** Folders that no wave is about: the bootstrap applies them before the first one. */
const BEFORE_ALL = ['install', 'apps', 'bootstrap'];

const sites: Readonly<Record<string, Plan>> = {
  'the example': aPlan(),
  'everything, with ingress-nginx and a vault': aPlan(everything),
};

/** What each object needs of another folder, or of a chart, that comes in a later wave. */
function lateNeeds(manifests: readonly Manifest[], plan: Plan, wave = waveOf): string[] {
  const context = new PolicyContext(manifests, plan);
  const folders = new Map(manifests.map(({ object, folder }) => [object, folder]));
  const later = (from: Manifest, needed: string, what: string) =>
    !BEFORE_ALL.includes(from.folder) && needed !== from.folder && wave(needed) > wave(from.folder)
      ? [`${from.folder} (${wave(from.folder)}) needs ${what} of ${needed} (${wave(needed)})`]
      : [];
  return [
    ...context.fact(references).flatMap(({ subject, kind, namespace, name }) => {
      // A role is bound to an account whether it is there or not.
      if (kind === 'ServiceAccount' && subject.object.kind.endsWith('Binding')) return [];
      const target = context.named(kind, namespace, name);
      const folder = target && folders.get(target.object);
      return folder ? later(subject as Manifest, folder, `${kind} ${name}`) : [];
    }),
    ...manifests.flatMap((manifest) => {
      const bringer = BRINGERS[manifest.object.apiVersion.split('/')[0] ?? ''];
      return bringer ? later(manifest, bringer, `the kind ${manifest.object.kind}`) : [];
    }),
    ...manifests.flatMap((manifest) =>
      manifest.object.metadata.namespace
        ? later(manifest, 'cluster', `namespace ${manifest.object.metadata.namespace}`)
        : [],
    ),
    ...manifests.flatMap((manifest) =>
      manifest.object.kind === 'Ingress' ? later(manifest, plan.edge.controller, 'an address') : [],
    ),
  ];
}

describe.each(Object.entries(sites))('in the order of a new cluster, %s', (_, plan) => {
  const manifests = manifestsOfPlan(plan);

  test('has no object that needs one of a later wave', () => {
    expect(lateNeeds(manifests, plan)).toEqual([]);
  });

  test('would fail here if certificates came after those who request them', () => {
    const late = lateNeeds(manifests, plan, (folder) => (folder === 'certificates' ? 1 : waveOf(folder)));
    expect(late).toContain(
      `home (0) needs ClusterIssuer.cert-manager.io letsencrypt-${plan.edge.certificates} of certificates (1)`,
    );
  });

  test('would fail here if the controllers or the namespaces came last', () => {
    const last = ['cert-manager', 'cluster', plan.edge.controller];
    const late = lateNeeds(manifests, plan, (folder) => (last.includes(folder) ? 1 : waveOf(folder)));
    expect(late).toEqual(
      expect.arrayContaining([
        'certificates (-8) needs the kind ClusterIssuer of cert-manager (1)',
        'storage (-10) needs namespace storage of cluster (1)',
        `delivery (0) needs an address of ${plan.edge.controller} (1)`,
      ]),
    );
  });
});
