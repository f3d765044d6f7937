import { expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { kubectl } from './support/kubectl.ts';

const knowsArgoCd = kubectl(['get', 'customresourcedefinition', 'applications.argoproj.io']).succeeded;

/** What the site is made of with a controller, as far as the cluster knows the kinds. */
function objectsWith(controller: 'traefik' | 'ingress-nginx'): KubeObject[] {
  return manifestsOfSite(aSite({ edge: { controller } }))
    .map(({ object }) => object)
    .filter(({ apiVersion }) => knowsArgoCd || !apiVersion.startsWith('argoproj.io/'));
}

function apply(objects: readonly KubeObject[], ...flags: readonly string[]): string {
  const how = ['--server-side', '--force-conflicts', '--validate=strict', '--field-manager=armstead-test'];
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  return kubectl(['apply', ...how, ...flags, '--filename=-'], JSON.stringify(list)).complaints;
}

test.each(['traefik', 'ingress-nginx'] as const)('a cluster accepts every object of a site with %s', (controller) => {
  const objects = objectsWith(controller);
  expect(apply(objects.filter(({ kind }) => kind === 'Namespace'))).toBe('');
  expect(apply(objects, '--dry-run=server')).toBe('');
});
