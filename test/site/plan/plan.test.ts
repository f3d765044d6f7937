import { describe, expect, test } from 'vitest';
import { ownerName, planSite } from '../../../site/plan/index.ts';
import everything from '../../fixtures/accepted/everything.ts';
import { home, smallest } from '../../fixtures/base.ts';
import { OUTPUTS } from '../../support/outputs.ts';
import { aPlan, aSite, filesOf, manifestsOfPlan } from '../../support/site.ts';

describe('the plan of a site', () => {
  test.each([
    ['the example', planSite(aSite())],
    ['everything, with what was built', planSite(aSite(everything), OUTPUTS)],
  ])('is plain data: written down and read again it builds the same, %s', (_name, plan) => {
    const read = JSON.parse(JSON.stringify(plan)) as typeof plan;
    expect(read).toEqual(plan);
    expect([...filesOf(manifestsOfPlan(read))]).toEqual([...filesOf(manifestsOfPlan(plan))]);
  });

  test('has an owner for everything: the platform, while there are no teams', () => {
    const { namespaces, folders, hosts, secrets, storage, monitoring, projects } = aPlan(everything);
    const owned = [...namespaces, ...folders, ...hosts, ...secrets.expected, ...storage.volumes, ...projects];
    const owners = [...owned, ...monitoring.alerts, ...monitoring.routes].map(({ owner }) => ownerName(owner));
    expect(new Set(owners)).toEqual(new Set(['platform']));
  });

  test('has every default that depends on another field', () => {
    const notify = { mail: { server: 'smtp.example.org:587', user: 'ops', secret: 'alerts-mail' } };
    const plan = aPlan({ monitoring: { notify } });
    expect(plan.monitoring.routes[0].receivers.mail).toMatchObject({
      ...{ from: 'ops@example.org', to: 'ops@example.org', hello: 'example.org' },
    });
    expect(plan.monitoring.volumes.metrics.node).toBe('a');
    expect(plan.home?.tunnel).toMatchObject({ gateway: '192.168.16.1', home: '192.168.16.2' });
    expect(plan.home?.services.nas).toMatchObject({
      ...{ host: 'nas.example.org', namespace: 'home', exposure: 'home', guard: { kind: 'none' }, largestBody: 'any' },
      backend: { service: 'nas', port: 5001, protocol: 'https', outside: { address: '192.168.4.10', port: 5001 } },
    });
    expect(plan.edge.homeNetworks).toEqual(['192.168.4.0/22', '192.168.16.0/24']);
    expect(plan.argoCd.pages).toMatchObject({
      host: 'argocd.example.org',
      exposure: 'home',
      guard: { kind: 'none' },
    });
  });

  test('knows each host once: where a part names one, it is that of the list and not another like it', () => {
    const { hosts, signOn, monitoring, argoCd, home: atHome } = aPlan(everything);
    const ofParts = [signOn?.host, monitoring.dashboards.host, argoCd.pages, argoCd.webhook?.host];
    const named = [...ofParts, ...Object.values(atHome?.services ?? {})];
    expect(named).not.toContain(undefined);
    expect(named.map((host) => hosts.findIndex((one) => one === host))).toEqual([...hosts.keys()]);
  });

  test('publishes dashboards behind the sign-on, else at home, else nowhere', () => {
    const host = (changes: Parameters<typeof aPlan>[0]) => aPlan(changes).monitoring.dashboards.host;
    const withoutSignOn = { signOn: undefined, home };
    expect(host({})).toMatchObject({ exposure: 'public', guard: { kind: 'sign-on', groups: [], mails: [] } });
    expect(host(withoutSignOn)).toMatchObject({ exposure: 'home', guard: { kind: 'none' } });
    expect(host({ ...withoutSignOn, home: undefined })).toBeUndefined();
  });

  test('has the folder of services at home, a prober and its alert only where there are services', () => {
    const parts = (changes: Parameters<typeof aPlan>[0]) => {
      const plan = aPlan(changes);
      const files = [...filesOf(manifestsOfPlan(plan)).entries()];
      return {
        folder: plan.folders.some(({ id }) => id === 'home'),
        prober: files.some(([path]) => path === 'monitoring/deployment.prober.yaml'),
        alert: files.some(
          ([path, text]) => path === 'monitoring/configmap.rules.yaml' && text.includes('HomeServiceDown'),
        ),
      };
    };
    expect(parts({})).toEqual({ folder: true, prober: true, alert: true });
    expect(parts({ home })).toEqual({ folder: false, prober: false, alert: false });
  });

  test('has the namespace of home only in a site with a home', () => {
    const names = (changes: Parameters<typeof aPlan>[0]) => aPlan(changes).namespaces.map(({ name }) => name);
    expect(names({ home })).toContain('home');
    expect(names({ ...smallest, home: undefined, signOn: undefined })).not.toContain('home');
  });
});
