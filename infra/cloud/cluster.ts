import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';

/** What the cluster needs to know. */
export interface ClusterProps extends Pick<CloudPlan, 'name' | 'compartment' | 'cluster'> {
  readonly vcnId: pulumi.Input<string>;
  readonly endpointSubnetId: pulumi.Input<string>;
  readonly endpointGroupId: pulumi.Input<string>;
  readonly loadBalancerSubnetId: pulumi.Input<string>;
}

/** The Kubernetes control plane: free, with a private endpoint. */
export class Cluster extends pulumi.ComponentResource {
  readonly cluster: oci.containerengine.Cluster;

  constructor(name: string, props: ClusterProps, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:Cluster', name, {}, options);
    this.cluster = new oci.containerengine.Cluster(
      'cluster',
      {
        compartmentId: props.compartment,
        name: props.name,
        vcnId: props.vcnId,
        // Written out: what the API takes for granted is about to become the kind that costs money.
        type: 'BASIC_CLUSTER',
        kubernetesVersion: props.cluster.version,
        clusterPodNetworkOptions: [{ cniType: 'FLANNEL_OVERLAY' }],
        endpointConfig: {
          isPublicIpEnabled: false,
          subnetId: props.endpointSubnetId,
          nsgIds: [props.endpointGroupId],
        },
        options: {
          kubernetesNetworkConfig: { podsCidr: props.cluster.pods, servicesCidr: props.cluster.services },
          serviceLbSubnetIds: [props.loadBalancerSubnetId],
        },
      },
      { parent: this },
    );
    this.registerOutputs({ id: this.cluster.id });
  }

  get id(): pulumi.Output<string> {
    return this.cluster.id;
  }

  /** Address and port of the Kubernetes API inside the cloud network. */
  get endpoint(): pulumi.Output<string> {
    return this.cluster.endpoints.apply((endpoints) => {
      const address = endpoints[0]?.privateEndpoint;
      if (!address) throw new Error('the cluster names no private endpoint');
      return address;
    });
  }
}
