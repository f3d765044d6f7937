import type { HomePlan, LoadBalancerPlan, Plan } from '../../site/plan/index.ts';

/** A group of network cards that the same rules hold for. */
export type Group = 'endpoint' | 'nodes' | 'load-balancer' | 'gateway';

/** The other side of a rule: a group, a network, or Oracle's own services. */
export type Other = { readonly group: Group } | { readonly network: string } | 'services';

/** What a rule lets pass. */
export type Traffic =
  | { readonly protocol: 'all' }
  | { readonly protocol: 'tcp' | 'udp'; readonly ports?: readonly [number, number] }
  | { readonly protocol: 'icmp'; readonly type: number; readonly code?: number };

/** One thing that a group may receive or send; what no rule names is dropped. */
export interface SecurityRule {
  readonly group: Group;
  readonly direction: 'in' | 'out';
  readonly other: Other;
  readonly traffic: Traffic;
  readonly why: string;
}

/** The other side, what passes, and why. */
type Rule = readonly [Other, Traffic, string];

const EVERYBODY: Other = { network: '0.0.0.0/0' };
const ALL: Traffic = { protocol: 'all' };
const TCP: Traffic = { protocol: 'tcp' };

/** "Your packet is too large": without it large packets vanish. */
const TOO_LARGE: Traffic = { protocol: 'icmp', type: 3, code: 4 };
const PING: Traffic = { protocol: 'icmp', type: 8 };

const API = 6443;
/** Where nodes get their own set-up from the control plane. */
const NODE_SETUP = 12_250;
const SSH = 22;

/**
 * Everything that may pass between the parts of the site: what OKE names for a private endpoint with flannel, home
 * through the tunnel, and nothing else.
 */
export function securityRules(site: Plan): SecurityRule[] {
  const rules = [...endpoint(site), ...nodes(site), ...loadBalancer(site)];
  return site.home ? [...rules, ...gateway(site, site.home)] : rules;
}

function port(number: number): Traffic {
  return { protocol: 'tcp', ports: [number, number] };
}

function rules(group: Group, direction: 'in' | 'out', list: readonly Rule[]): SecurityRule[] {
  return list.map(([other, traffic, why]) => ({ group, direction, other, traffic, why }));
}

/** Oracle's services lie behind the service gateway, or, without one, in the internet. */
function oracle({ cloud }: Plan): Other {
  return cloud.nat === 'gateway' ? 'services' : EVERYBODY;
}

function endpoint(site: Plan): SecurityRule[] {
  const home = site.edge.homeNetworks.map((network): Rule => [{ network }, port(API), 'kubectl from home']);
  const bastion: Rule = [{ network: site.cloud.subnets.endpoint }, port(API), 'kubectl through the Bastion service'];
  return [
    ...rules('endpoint', 'in', [
      [{ group: 'nodes' }, port(API), 'nodes speak to the Kubernetes API'],
      [{ group: 'nodes' }, port(NODE_SETUP), 'nodes ask for their set-up'],
      [{ group: 'nodes' }, TOO_LARGE, 'path MTU'],
      ...(site.home ? home : [bastion]),
    ]),
    ...rules('endpoint', 'out', [
      [oracle(site), TCP, "the control plane speaks to Oracle's services"],
      [oracle(site), TOO_LARGE, 'path MTU'],
      [{ group: 'nodes' }, TCP, 'the control plane speaks to kubelets and webhooks'],
      [{ group: 'nodes' }, TOO_LARGE, 'path MTU'],
    ]),
  ];
}

function nodes(site: Plan): SecurityRule[] {
  const home = site.edge.homeNetworks;
  return [
    ...rules('nodes', 'in', [
      [{ group: 'nodes' }, ALL, 'nodes and pods among themselves'],
      [{ group: 'endpoint' }, TCP, 'the control plane speaks to kubelets and webhooks'],
      [EVERYBODY, TOO_LARGE, 'path MTU'],
      ...site.edge.loadBalancers.flatMap((plan) => throughLoadBalancer(plan, home)),
      ...home.map((network): Rule => [{ network }, PING, 'home sees whether a node is there']),
    ]),
    ...rules('nodes', 'out', [
      [{ group: 'nodes' }, ALL, 'nodes and pods among themselves'],
      [{ group: 'endpoint' }, port(API), 'nodes speak to the Kubernetes API'],
      [{ group: 'endpoint' }, port(NODE_SETUP), 'nodes ask for their set-up'],
      [{ group: 'endpoint' }, TOO_LARGE, 'path MTU'],
      ...(site.cloud.nat === 'gateway' ? [toOracle] : []),
      [EVERYBODY, TCP, 'images, certificates, git'],
      ...home.map((network): Rule => [{ network }, ALL, 'targets at home']),
    ]),
  ];
}

const toOracle: Rule = ['services', TCP, "nodes speak to Oracle's services"];

/**
 * What a load balancer brings to the nodes, at its own ports and no others. One that keeps the address of the client
 * brings packets in the name of everybody, or of home.
 */
function throughLoadBalancer(plan: LoadBalancerPlan, home: readonly string[]): Rule[] {
  const { http, https, health } = plan.nodePorts;
  const named = plan.internal ? home.map((network): Other => ({ network })) : [EVERYBODY];
  const senders = plan.clientAddress === 'kept' ? named : [{ group: 'load-balancer' } as const];
  return [
    ...[http, https].flatMap((number) =>
      senders.map((sender): Rule => [sender, port(number), `requests through the load balancer ${plan.name}`]),
    ),
    [{ group: 'load-balancer' }, port(health), `${plan.name} asks whether the edge runs on the node`],
  ];
}

function loadBalancer(site: Plan): SecurityRule[] {
  return [
    ...rules('load-balancer', 'in', [
      [EVERYBODY, port(80), 'HTTP: certificates and the redirect'],
      [EVERYBODY, port(443), 'HTTPS'],
    ]),
    ...rules('load-balancer', 'out', [
      ...site.edge.loadBalancers.flatMap(({ name, nodePorts }) =>
        Object.entries(nodePorts).map(([what, number]): Rule => [{ group: 'nodes' }, port(number), `${name}: ${what}`]),
      ),
    ]),
  ];
}

/** The network card of the gateway sees what it passes on, so these rules name both its own traffic and the forwarded. */
function gateway({ cloud, account }: Plan, { tunnel }: HomePlan): SecurityRule[] {
  const parts = cloud.subnets;
  const natInstance = cloud.nat === 'gateway-instance';
  const ssh = account?.adminFrom ?? parts.public;
  const knock: Traffic = { protocol: 'udp', ports: [tunnel.port, tunnel.port] };
  return [
    ...rules('gateway', 'in', [
      ...tunnel.allowedFrom.map((network): Rule => [{ network }, knock, 'the tunnel']),
      [{ network: ssh }, port(SSH), account?.adminFrom ? 'SSH by the administrator' : 'SSH through Bastion'],
      [EVERYBODY, TOO_LARGE, 'path MTU'],
      [{ network: parts.nodes }, ALL, 'nodes to home and back'],
      ...(natInstance ? [viaNat(parts.endpoint)] : []),
    ]),
    ...rules('gateway', 'out', [
      [{ network: parts.nodes }, ALL, 'home to the nodes'],
      [{ network: parts.endpoint }, port(API), 'home to the Kubernetes API'],
      ...(natInstance
        ? [[EVERYBODY, TCP, 'its own updates, and the nodes to the internet'] as Rule]
        : [80, 443].map((number): Rule => [EVERYBODY, port(number), 'its own updates'])),
    ]),
  ];
}

function viaNat(network: string): Rule {
  return [{ network }, TCP, 'the control plane to the internet'];
}

/** A name for a rule that is its own and stays while the rule says the same. */
export function ruleId({ group, direction, other, traffic }: SecurityRule): string {
  const side = other === 'services' ? other : 'group' in other ? other.group : other.network.replace(/[./]/g, '-');
  return [group, direction, side, ...trafficWords(traffic)].join('-');
}

function trafficWords(traffic: Traffic): (string | number)[] {
  if (traffic.protocol === 'all') return ['all'];
  if (traffic.protocol === 'icmp') return ['icmp', traffic.type, ...(traffic.code === undefined ? [] : [traffic.code])];
  const [first, last] = traffic.ports ?? [];
  return [traffic.protocol, ...(first === undefined ? [] : first === last ? [first] : [first, last as number])];
}
