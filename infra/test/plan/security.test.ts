import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteInput } from '../../../site/index.ts';
import type { Route } from '../../../site/plan/index.ts';
import { nodePorts } from '../../../site/plan/load-balancers.ts';
import { contains } from '../../../site/plan/networks.ts';
import { ruleId, type SecurityRule, securityRules } from '../../plan/security.ts';
import { example, sound } from '../sites.ts';

/** Sites of every shape that the rules and routes depend on. */
const sites = fc
  .record({
    nat: fc.constantFrom('gateway' as const, 'gateway-instance' as const),
    loadBalancer: fc.constantFrom('network' as const, 'flexible' as const),
    home: fc.boolean(),
    networks: fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 5 }),
    allowedFrom: fc.constantFrom(['0.0.0.0/0'], ['198.51.100.0/24', '203.0.113.7/32']),
    adminFrom: fc.constantFrom(undefined, '198.51.100.7/32'),
    port: fc.integer({ min: 1, max: 65_535 }),
  })
  .filter(({ nat, home }) => home || nat === 'gateway')
  .map(({ nat, loadBalancer, home, networks, allowedFrom, adminFrom, port }) => {
    const tunnel = { ...example.home.tunnel, allowedFrom, port };
    const input: SiteInput = {
      ...example,
      cloud: { ...example.cloud, nat },
      edge: { loadBalancer },
      infrastructure: { ...example.infrastructure, adminFrom },
      home: home ? { networks: networks.map((third) => `172.20.${third}.0/24`), tunnel } : undefined,
    };
    return sound(input);
  });

describe('the security rules of any site', () => {
  test('have names of their own', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const ids = securityRules(site).map(ruleId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('let the internet in to the load balancer, the tunnel and the two ports behind a load balancer only', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const open = securityRules(site).filter(
          ({ direction, other, traffic }) => direction === 'in' && fromAnywhere(other) && traffic.protocol !== 'icmp',
        );
        const allowed = ['load-balancer-in-0-0-0-0-0-tcp-80', 'load-balancer-in-0-0-0-0-0-tcp-443'];
        if (site.edge.loadBalancers[0]?.kind === 'network') {
          allowed.push('nodes-in-0-0-0-0-0-tcp-30080', 'nodes-in-0-0-0-0-0-tcp-30443');
        }
        if (site.home?.tunnel.allowedFrom.includes('0.0.0.0/0')) {
          allowed.push(`gateway-in-0-0-0-0-0-udp-${site.home.tunnel.port}`);
        }
        expect(open.map(ruleId).sort()).toEqual(allowed.sort());
      }),
    );
  });

  test('between groups whatever one sends the other takes', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const rules = securityRules(site);
        const out = rules.filter(
          ({ direction, other }) => direction === 'out' && other !== 'services' && 'group' in other,
        );
        const unheard = out.filter((sent) => !rules.some((rule) => takes(rule, sent)));
        expect(unheard.map(ruleId)).toEqual([]);
      }),
    );
  });
});

describe('the nodes', () => {
  const ports = (changes: Partial<SiteInput>) =>
    securityRules(sound({ ...example, ...changes }))
      .filter(({ group, direction, traffic }) => group === 'nodes' && direction === 'in' && 'ports' in traffic)
      .map(ruleId);

  test('hear the public at the ports of the public load balancer, and home at those of the other', () => {
    expect(ports({ edge: { loadBalancer: 'network' } })).toEqual([
      'nodes-in-0-0-0-0-0-tcp-30080',
      'nodes-in-0-0-0-0-0-tcp-30443',
      'nodes-in-load-balancer-tcp-30081',
      'nodes-in-load-balancer-tcp-30180',
      'nodes-in-load-balancer-tcp-30543',
      'nodes-in-load-balancer-tcp-30181',
    ]);
  });

  test('hear home in its own name through a load balancer that keeps addresses', () => {
    expect(ports({ edge: { loadBalancer: 'flexible' } })).toEqual([
      'nodes-in-load-balancer-tcp-30080',
      'nodes-in-load-balancer-tcp-30443',
      'nodes-in-load-balancer-tcp-30081',
      ...sound(example).edge.homeNetworks.map((network) => `nodes-in-${network.replace(/[./]/g, '-')}-tcp-30180`),
      ...sound(example).edge.homeNetworks.map((network) => `nodes-in-${network.replace(/[./]/g, '-')}-tcp-30543`),
      'nodes-in-load-balancer-tcp-30181',
    ]);
  });

  test('hear both only through their load balancers where the edge learns addresses by announcement', () => {
    const from = ports({ edge: { controller: 'ingress-nginx', loadBalancer: 'network' } });
    expect(from).toEqual(
      Object.values(nodePorts).flatMap(({ http, https, health }) =>
        [http, https, health].map((number) => `nodes-in-load-balancer-tcp-${number}`),
      ),
    );
  });
});

describe('the routes of any site', () => {
  test('have a target that the site builds', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const built = ['internet-gateway', ...(site.cloud.nat === 'gateway' ? ['nat-gateway', 'service-gateway'] : [])];
        if (site.home) built.push('gateway');
        const all: readonly Route[] = Object.values(site.cloud.routes).flat();
        expect(all.filter(({ target }) => !built.includes(target))).toEqual([]);
      }),
    );
  });

  test('lead from nodes and endpoint to every network behind the gateway, and to the internet', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const { nodes, endpoint } = site.cloud.routes;
        const behind = site.edge.homeNetworks;
        for (const table of [nodes, endpoint]) {
          const homewards = table.filter(({ why }) => why.startsWith('home'));
          expect(homewards.map(({ destination }) => destination)).toEqual(behind);
          expect(table.filter(({ destination }) => destination === '0.0.0.0/0')).toHaveLength(1);
        }
      }),
    );
  });

  test('name a destination once, and never one inside the cloud network', () => {
    fc.assert(
      fc.property(sites, (site) => {
        for (const table of Object.values(site.cloud.routes)) {
          const networks = table.map(({ destination }) => destination).filter((name) => name !== 'services');
          expect(new Set(networks).size).toBe(networks.length);
          expect(networks.filter((network) => contains(site.cloud.network, network))).toEqual([]);
        }
      }),
    );
  });
});

function fromAnywhere(other: SecurityRule['other']): boolean {
  return other !== 'services' && 'network' in other && other.network === '0.0.0.0/0';
}

/** Whether a rule lets in what another sends: from its group or from everywhere, the same traffic or all of it. */
function takes(rule: SecurityRule, sent: SecurityRule): boolean {
  const { other } = sent;
  if (rule.direction !== 'in' || other === 'services' || !('group' in other) || rule.group !== other.group)
    return false;
  const from =
    rule.other !== 'services' &&
    ('group' in rule.other ? rule.other.group === sent.group : fromAnywhere(rule.other) || inTheNameOf(rule, sent));
  const all = rule.traffic.protocol === 'all' || rule.traffic.protocol === sent.traffic.protocol;
  return from && all && (JSON.stringify(rule.traffic) === JSON.stringify(sent.traffic) || !('ports' in rule.traffic));
}

/** A load balancer that keeps addresses sends in the name of the networks that reach it. */
function inTheNameOf({ group, traffic }: SecurityRule, sent: SecurityRule): boolean {
  const home = [nodePorts['edge-home'].http, nodePorts['edge-home'].https];
  const [first = 0] = (traffic.protocol === 'tcp' && traffic.ports) || [];
  return sent.group === 'load-balancer' && group === 'nodes' && home.includes(first);
}
