import type { SiteInfrastructure } from './site-infrastructure.ts';

/** What the stack tells: the content of the hand-over file, without the gateway's key, which only the machine knows. */
export function outputsOf({ plan, network, subnets, cluster, gateway, loadBalancerAddress }: SiteInfrastructure) {
  return {
    compartment: plan.compartment,
    cluster: { id: cluster.id, endpoint: cluster.endpoint },
    loadBalancer: {
      address: loadBalancerAddress.ipAddress,
      subnet: subnets.public.id,
      securityGroup: network.groups.id('load-balancer'),
    },
    nodes: { subnet: subnets.nodes.id, securityGroup: network.groups.id('nodes') },
    ...(gateway && {
      gateway: {
        instance: gateway.instance.id,
        publicAddress: gateway.publicAddress,
        privateAddress: plan.gateway?.address,
      },
    }),
    ...(plan.vault && { vault: plan.vault }),
  };
}
