import { describe, expect, test } from 'vitest';
import { type Found, leftovers, leftText, type Present } from '../../scripts/status/left.ts';
import { planSite } from '../../site/plan/index.ts';
import { aSite, manifestsOfPlan } from '../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../support/teams.ts';

const site = aSite({
  environments: { prod: { share: 50 } },
  teams: { shop: aTeam({ services: { web: aService({ host: 'web', guard: 'none', secrets: ['KEY'] }) } }) },
});
const plan = planSite(site, undefined, releasedEverywhere(site));
const objects = manifestsOfPlan(plan).map(({ object }) => object);

/** What a cluster has in which nothing was ever left over. */
const all = (kind: string) => objects.filter((object) => object.kind === kind);
const whole: Present = {
  namespaces: all('Namespace'),
  volumes: all('PersistentVolume'),
  claims: all('PersistentVolumeClaim'),
  projects: all('AppProject'),
  secrets: [
    ...plan.secrets.expected.map(({ name, namespace }) => secret(`${namespace}/${name}`)),
    ...all('Certificate').map(({ metadata: { namespace }, spec }) =>
      secret(`${namespace}/${(spec as { secretName: string }).secretName}`),
    ),
  ],
};

describe('what a cluster has left over', () => {
  test('is nothing where it has what the sources give', () => {
    const names = whole.secrets.map(({ metadata: { namespace, name } }) => `${namespace}/${name}`);
    expect(names).toEqual(expect.arrayContaining(['shop-prod/web', expect.stringMatching(/^shop-prod\/web-tls-/)]));
    expect(leftovers(whole, plan, objects)).toEqual([]);
    expect(leftText([])).toBe('nothing is left over\n');
  });

  test('is a Secret of a service that goes on under another number, or that went', () => {
    expect(left({ secrets: [secret('shop-prod/web-2'), secret('shop-prod/admin')] })).toEqual([
      { what: 'Secret shop-prod/web-2', holds: [], command: 'kubectl delete secret web-2 --namespace shop-prod' },
      { what: 'Secret shop-prod/admin', holds: [], command: 'kubectl delete secret admin --namespace shop-prod' },
    ]);
  });

  test('is the namespace of a team that went or has another name now, with what is in it', () => {
    const namespaces = [{ kind: 'Namespace', metadata: { name: 'store-prod' } }];
    const claims = [{ kind: 'PersistentVolumeClaim', metadata: { name: 'data', namespace: 'store-prod' } }];
    expect(left({ namespaces, claims, secrets: [secret('store-prod/web')] })).toEqual([
      {
        what: 'Namespace store-prod',
        holds: ['PersistentVolumeClaim store-prod/data', 'Secret store-prod/web'],
        command: 'kubectl delete namespace store-prod',
      },
    ]);
  });

  test('is a volume whose claim went from the sources, and the claim before it', () => {
    const claims = [{ kind: 'PersistentVolumeClaim', metadata: { name: 'old-a', namespace: 'monitoring' } }];
    const volumes = [{ kind: 'PersistentVolume', metadata: { name: 'monitoring-old-a' } }];
    expect(left({ claims, volumes }).map(({ command }) => command)).toEqual([
      'kubectl delete persistentvolumeclaim old-a --namespace monitoring',
      'kubectl delete persistentvolume monitoring-old-a',
    ]);
  });

  test('is the project of a team that went, after all that it ran', () => {
    const projects = [{ kind: 'AppProject', metadata: { name: 'store-prod', namespace: 'argocd' } }];
    const namespaces = [{ kind: 'Namespace', metadata: { name: 'store-prod' } }];
    expect(left({ projects, namespaces }).map(({ command }) => command)).toEqual([
      'kubectl delete namespace store-prod',
      'kubectl delete appproject store-prod --namespace argocd',
    ]);
  });

  test('is no Secret that another object brings, nor one outside the namespaces of teams', () => {
    const brought = {
      ...secret('shop-prod/web-tls-4x7bz'),
      metadata: { ...secret('shop-prod/x').metadata, ownerReferences: [{}] },
    };
    const token = { ...secret('shop-prod/default-token'), type: 'kubernetes.io/service-account-token' };
    expect(left({ secrets: [brought, token, secret('monitoring/own'), secret('default/mine')] })).toEqual([]);
  });

  test('is told with what ends it, and with a word of care', () => {
    const namespaces = [{ kind: 'Namespace', metadata: { name: 'store-prod' } }];
    expect(leftText(left({ namespaces, secrets: [secret('store-prod/web')] }))).toBe(`Namespace store-prod
    with Secret store-prod/web
    kubectl delete namespace store-prod

Nothing in platform.ts and teams/ names these any more. A deletion cannot be undone: look first at what they hold.
Data on the disk of a node stays in its directory; docs/gitops.md tells how to remove it.
`);
  });
});

/** What is left over of a whole cluster that has this beside. */
function left(more: Partial<Present>) {
  const { namespaces = [], volumes = [], claims = [], projects = [], secrets = [] } = more;
  const present = {
    namespaces: [...whole.namespaces, ...namespaces],
    volumes: [...whole.volumes, ...volumes],
    claims: [...whole.claims, ...claims],
    projects: [...whole.projects, ...projects],
    secrets: [...whole.secrets, ...secrets],
  };
  return leftovers(present, plan, objects);
}

function secret(place: string): Found {
  const [namespace, name] = place.split('/') as [string, string];
  return { kind: 'Secret', type: 'Opaque', metadata: { namespace, name } };
}
