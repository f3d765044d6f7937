import { GATEWAY_METRICS_PORT, type PlanWithHome, TUNNEL_SEGMENT } from '../../../site/plan/index.ts';
import type { CloudConfig, MachineFile } from '../cloud-config.ts';
import announce from './announce.sh';
import configure from './configure.sh';
import install from './install.sh';
import start from './start.sh';
import { gatewayTunnel, TUNNEL_DEVICE } from './tunnel.ts';

/** First start of the gateway: packages, forwarding and firewall, the tunnel, and its public key on the console. */
export function gatewayCloudInit(plan: PlanWithHome): CloudConfig {
  return {
    files: [
      { path: '/etc/armstead/gateway.env', content: settings(plan) },
      { path: '/etc/sysctl.d/60-armstead.conf', content: 'net.ipv4.ip_forward = 1\n' },
      { path: `/etc/wireguard/${TUNNEL_DEVICE}.conf`, content: gatewayTunnel(plan), mode: '0600' },
      ...upgrades,
      { path: '/usr/local/sbin/armstead-install', content: install, mode: '0755' },
      { path: '/usr/local/sbin/armstead-configure', content: configure, mode: '0755' },
      { path: '/usr/local/sbin/armstead-start', content: start, mode: '0755' },
      { path: '/var/lib/cloud/scripts/per-boot/armstead-announce', content: announce, mode: '0755' },
    ],
    start: '/usr/local/sbin/armstead-start',
  };
}

/** What `configure.sh` reads. Every value is a network, a number or a name of ours, so quotes suffice. */
function settings({ cloud, home, account }: PlanWithHome): string {
  const parts = cloud.subnets;
  const values = {
    TUNNEL: TUNNEL_DEVICE,
    PORT: `${home.tunnel.port}`,
    ALLOWED_FROM: home.tunnel.allowedFrom.join(' '),
    CLOUD: cloud.network,
    NODES: parts.nodes,
    BEHIND: home.behind.join(' '),
    SSH_FROM: [account?.adminFrom ?? parts.public, ...home.behind].join(' '),
    MASQUERADED: cloud.nat === 'gateway-instance' ? `${parts.nodes} ${parts.endpoint}` : '',
    SEGMENT: `${TUNNEL_SEGMENT}`,
    METRICS: `${GATEWAY_METRICS_PORT}`,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

/** Security updates by themselves, and a restart at night where one is needed: the tunnel is back within a minute. */
const upgrades: readonly MachineFile[] = [
  {
    path: '/etc/apt/apt.conf.d/20auto-upgrades',
    content: 'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
  },
  {
    path: '/etc/apt/apt.conf.d/60armstead-upgrades',
    content:
      'Unattended-Upgrade::Automatic-Reboot "true";\nUnattended-Upgrade::Automatic-Reboot-Time "03:30";\n' +
      'Unattended-Upgrade::Remove-Unused-Dependencies "true";\n',
  },
];
