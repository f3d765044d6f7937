import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { SiteInput } from '../../site/index.ts';
import example from '../fixtures/example.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

function monitoringOf(changes: Partial<SiteInput>): KubeObject[] {
  return manifestsOfSite(aSite(changes)).flatMap(({ folder, object }) => (folder === 'monitoring' ? [object] : []));
}

function namesOf(objects: readonly KubeObject[], kind: string): string[] {
  return objects.flatMap((object) => (object.kind === kind ? [object.metadata.name as string] : []));
}

/** Which alerts about home a site has, and whether it has the prober and asks it. */
function ofHome(changes: Partial<SiteInput>) {
  const objects = monitoringOf(changes);
  const text = JSON.stringify(
    objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name !== 'dashboards'),
  );
  return {
    prober: namesOf(objects, 'Deployment').includes('prober'),
    asked: text.includes('job_name: home-services'),
    missed: text.includes('absent(up{job=\\\\\\"prober\\\\\\"})') || text.includes('absent(up{job=\\"prober\\"})'),
    alerts: ['HomeTunnelDown', 'HomeTargetDown', 'HomeServiceDown'].filter((alert) => text.includes(alert)),
  };
}

describe('the monitoring of a site', () => {
  test('with services at home asks whether they answer', () => {
    expect(ofHome({})).toMatchObject({ prober: true, asked: true, missed: true });
    expect(ofHome({}).alerts).toContain('HomeServiceDown');
  });

  test('with a home without services has neither the prober nor an alert about services', () => {
    const { services: _, ...home } = example.home as NonNullable<SiteInput['home']>;
    const targets = { nas: '192.168.4.10:9100' };
    const nobodyAsked = { prober: false, asked: false, missed: false };
    const alerts = ['HomeTunnelDown', 'HomeTargetDown'];
    expect(ofHome({ home: { ...home, targets } })).toEqual({ ...nobodyAsked, alerts });
    expect(ofHome({ home: { ...home, targets, services: {} } })).toEqual({ ...nobodyAsked, alerts });
  });

  test('has the figures of kubectl top, whose API does not hold up Argo CD', () => {
    const [api, ...others] = manifestsOfSite(aSite()).filter(({ object }) => object.kind === 'APIService');
    expect(others).toEqual([]);
    expect(api?.object.metadata.name).toBe('v1beta1.metrics.k8s.io');
    expect(api?.object.metadata.annotations?.['argocd.argoproj.io/ignore-healthcheck']).toBe('true');
  });
});
