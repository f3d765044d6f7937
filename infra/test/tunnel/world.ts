import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanWithHome } from '../../../site/plan/index.ts';
import { gatewayAddress } from '../../../site/plan/subnets.ts';
import { gatewayCloudInit } from '../../machine/gateway/cloud-init.ts';
import { Machine } from './machine.ts';

/** Public address of the gateway: the cloud translates it to the private one, as OCI does. */
export const GATEWAY_PUBLIC = '203.0.113.20';

/** The world of the test, from left to right: home behind two NATs, the internet, the cloud network. */
export class World {
  /** A server at home that knows nothing of the tunnel. */
  readonly nas = new Machine('nas');
  /** The machine at home that holds the tunnel. */
  readonly home = new Machine('home');
  /** The router of the home network, which masquerades. */
  readonly router = new Machine('router');
  /** The provider, which masquerades once more. */
  readonly provider = new Machine('provider');
  readonly internet = new Machine('internet');
  /** The router of the cloud network with its route tables. */
  readonly cloud = new Machine('cloud');
  readonly gateway = new Machine('gateway');
  readonly node = new Machine('node');
  readonly endpoint = new Machine('endpoint');

  async start(): Promise<void> {
    for (const machine of this.all()) await machine.start();
    this.layCablesAtHome();
    this.layCablesInTheCloud();
    for (const router of [this.home, this.router, this.provider, this.internet, this.cloud]) forward(router);
  }

  stop(): void {
    for (const machine of this.all()) machine.stop();
  }

  private all(): Machine[] {
    const { nas, home, router, provider, internet, cloud, gateway, node, endpoint } = this;
    return [nas, home, router, provider, internet, cloud, gateway, node, endpoint];
  }

  private layCablesAtHome(): void {
    const { nas, home, router, provider, internet } = this;
    router.run('ip link add lan type bridge; ip address add 192.168.4.1/22 dev lan; ip link set lan up');
    nas.cable(['eth0', '192.168.4.10/22'], router, ['port1']);
    home.cable(['eth0', '192.168.4.2/22'], router, ['port2']);
    router.run('ip link set port1 master lan; ip link set port2 master lan');
    router.cable(['wan', '100.64.0.2/24'], provider, ['customers', '100.64.0.1/24']);
    provider.cable(['wan', '198.51.100.2/24'], internet, ['provider', '198.51.100.1/24']);
    nas.run('ip route add default via 192.168.4.1; ip route add 10.0.0.0/16 via 192.168.4.2');
    home.run('ip route add default via 192.168.4.1');
    router.run('ip route add default via 100.64.0.1; iptables -t nat -A POSTROUTING -o wan -j MASQUERADE');
    provider.run('ip route add default via 198.51.100.1; iptables -t nat -A POSTROUTING -o wan -j MASQUERADE');
  }

  private layCablesInTheCloud(): void {
    const { internet, cloud, gateway, node, endpoint } = this;
    internet.cable(['cloud', '203.0.113.1/24'], cloud, ['internet', `${GATEWAY_PUBLIC}/24`]);
    for (const [machine, device, subnet, host] of [
      [gateway, 'public', '10.0.0', '10/24'],
      [node, 'nodes', '10.0.1', '20/24'],
      [endpoint, 'endpoint', '10.0.2', '5/28'],
    ] as const) {
      const prefix = host.split('/')[1];
      machine.cable(['ens3', `${subnet}.${host}`], cloud, [device, `${subnet}.1/${prefix}`], 9000);
      machine.run(`ip route add default via ${subnet}.1`);
    }
    const at = gatewayAddress('10.0.0.0/16');
    cloud.run(`ip route add default via 203.0.113.1
      iptables -t nat -A PREROUTING -i internet -d ${GATEWAY_PUBLIC} -j DNAT --to-destination ${at}
      iptables -t nat -A POSTROUTING -o internet -s ${at} -j SNAT --to-source ${GATEWAY_PUBLIC}
      # No machine may rely on being told that a packet was too large.
      iptables -A FORWARD -p icmp --icmp-type fragmentation-needed -j DROP`);
    // The route tables of the private subnets: everything outside the cloud network goes to the gateway.
    for (const device of ['nodes', 'endpoint']) {
      cloud.run(`ip rule add iif ${device} to 10.0.0.0/16 lookup main pref 100
        ip rule add iif ${device} lookup 100 pref 200`);
    }
    cloud.run(`ip route add default via ${at} table 100`);
  }
}

/** Lets a machine pass packets on, whatever their source: the test's routers believe everything. */
function forward(machine: Machine): void {
  machine.run('sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0');
  machine.run('for file in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 >"$file"; done');
}

/** Starts the gateway as OCI does: its firewall first, then what our cloud-init writes and runs, packages apart. */
export function bootGateway(gateway: Machine, site: PlanWithHome): void {
  const rules = readFileSync(join(import.meta.dirname, 'oci-rules.v4'), 'utf8');
  gateway.write('/etc/iptables/rules.v4', rules);
  gateway.run('iptables-restore </etc/iptables/rules.v4');
  for (const { path, content, mode } of gatewayCloudInit(site).files) gateway.write(path, content, mode);
  gateway.run('/usr/local/sbin/armstead-configure');
  gateway.run('wg-quick up wg0; /var/lib/cloud/scripts/per-boot/armstead-announce');
}

/** Starts the gateway again: the kernel forgets everything, then the services read the saved files. */
export function rebootGateway(gateway: Machine): void {
  gateway.run(`ip link delete wg0
    for table in filter nat mangle; do iptables -t $table -F; iptables -t $table -X; done
    sysctl -qw net.ipv4.ip_forward=0`);
  gateway.run(`sysctl --quiet --load /etc/sysctl.d/60-armstead.conf
    iptables-restore </etc/iptables/rules.v4
    wg-quick up wg0`);
}
