import { CONNECTIONS, type LoadBalancerPlan } from '../../../site/plan/index.ts';
import type { MachineFile } from '../cloud-config.ts';
import { ruleFiles } from './rules.ts';

const RULES_PATH = '/etc/armstead/connections.nft';
const TABLE = 'armstead-connections';

/**
 * Of both ports of the public load balancer together: the first packet of each connection is looked at, where its node
 * hands it on to the edge. Home has a load balancer of its own, and a stranger takes no connection from it.
 *
 * Where the load balancer opens the connections itself, all of them come from its own address: there the sum alone counts.
 */
function rulesFor({ nodePorts: { http, https }, clientAddress }: LoadBalancerPlan): string {
  const ofOne = `    add @clients { ip saddr ct count over ${CONNECTIONS.ofOneAddress} } reject with tcp reset\n`;
  return `# As many connections from the internet as the edge has memory for; more are refused at once.
table inet ${TABLE} {
  set clients {
    type ipv4_addr
    size 65535
    flags dynamic
  }

  chain public {
${clientAddress === 'kept' ? ofOne : ''}    ct count over ${CONNECTIONS.together} reject with tcp reset
  }

  chain forward {
    type filter hook forward priority -10; policy accept;
    ct state new meta l4proto tcp ct original proto-dst { ${http}, ${https} } jump public
  }
}
`;
}

/** A table that is there stays: a new one would begin to count at nothing. */
const COMMAND = `/bin/sh -c '/usr/sbin/nft list table inet ${TABLE} >/dev/null 2>&1 || /usr/sbin/nft --file ${RULES_PATH}'`;

/** What bounds the connections that strangers have to the edge; `start.sh` sets it to work before the node joins. */
export function connectionBound(loadBalancers: readonly LoadBalancerPlan[]): readonly MachineFile[] {
  const open = loadBalancers.find(({ internal }) => !internal);
  if (!open) return [];
  return ruleFiles({
    name: TABLE,
    description: 'Bound the connections to the edge',
    path: RULES_PATH,
    rules: rulesFor(open),
    command: COMMAND,
    // Without it everything works until somebody attacks.
    required: false,
  });
}
