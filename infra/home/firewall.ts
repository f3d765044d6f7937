import type { PlanWithHome } from '../../site/plan/index.ts';
import { NAME } from './peer.ts';

/**
 * Rules for the Linux machine that holds the tunnel at home: from the cloud network, pods and all, only what the site has
 * published or watches is let in.
 *
 * They stand here and not on the gateway, which every new service would replace, and hold also when that is taken over.
 * What phones send through the tunnel comes from other addresses and is not concerned.
 */
export function homeFirewall({ cloud, home }: PlanWithHome): string {
  return `#!/usr/sbin/nft -f
# Save as /etc/armstead-home.nft, apply with nft -f, and again whenever services or targets at home change.
table inet armstead-home
delete table inet armstead-home
table inet armstead-home {
  chain from-cloud {
    ct state established,related accept
    meta l4proto icmp accept
${reached(home)
  .map(([address, port]) => `    ip daddr ${address} tcp dport ${port} accept\n`)
  .join('')}    drop
  }
  chain forward {
    type filter hook forward priority -10; policy accept;
    iifname "${NAME}" ip saddr ${cloud.network} jump from-cloud
  }
  chain input {
    type filter hook input priority -10; policy accept;
    iifname "${NAME}" ip saddr ${cloud.network} jump from-cloud
  }
}
`;
}

/** Address and port of everything at home that the cluster reaches, each once. */
function reached({ services, targets }: PlanWithHome['home']): string[][] {
  const published = Object.values(services).flatMap(({ backend: { outside } }) =>
    outside ? [`${outside.address}:${outside.port}`] : [],
  );
  return [...new Set([...published, ...Object.values(targets)])].sort().map((endpoint) => endpoint.split(':'));
}
