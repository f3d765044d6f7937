import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import { STORAGE_NODE } from '../../kubernetes/labels.ts';
import type { CloudPlan, NodePlan } from '../plan/cloud-plan.ts';

/** What a node pool needs to know. */
export interface NodePoolProps
  extends Pick<CloudPlan, 'name' | 'compartment' | 'cluster' | 'nodeImage' | 'availabilityDomains'> {
  readonly node: NodePlan;
  readonly clusterId: pulumi.Input<string>;
  readonly subnetId: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
}

/** One node, as a pool of one: labels belong to pools, and the label ties local volumes to their node. */
export class NodePool extends pulumi.ComponentResource {
  constructor(name: string, props: NodePoolProps, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:NodePool', name, {}, options);
    const { node } = props;
    new oci.containerengine.NodePool(
      `node-${node.key}`,
      {
        compartmentId: props.compartment,
        clusterId: props.clusterId,
        name: `${props.name}-${node.key}`,
        kubernetesVersion: props.cluster.version,
        nodeShape: 'VM.Standard.A1.Flex',
        nodeShapeConfig: { ocpus: node.ocpus, memoryInGbs: node.memoryGb },
        nodeSourceDetails: {
          sourceType: 'IMAGE',
          imageId: props.nodeImage,
          bootVolumeSizeInGbs: `${node.bootVolumeGb}`,
        },
        initialNodeLabels: [{ key: STORAGE_NODE, value: node.key }],
        nodeMetadata: { user_data: node.userData, areLegacyImdsEndpointsDisabled: 'true' },
        nodeConfigDetails: {
          size: 1,
          nsgIds: [props.securityGroupId],
          nodePoolPodNetworkOptionDetails: { cniType: 'FLANNEL_OVERLAY' },
          placementConfigs: placements(props),
        },
        // A lone node has nowhere to send its pods, so waiting longer would not help them.
        nodeEvictionNodePoolSettings: {
          evictionGraceDuration: 'PT5M',
          isForceDeleteAfterGraceDuration: true,
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

/** Every data centre and every group of hardware of the region: where one has no ARM machine left, the next is tried. */
function placements({ availabilityDomains, subnetId }: NodePoolProps) {
  return availabilityDomains.map(({ name, faultDomains }) => ({
    availabilityDomain: name,
    faultDomains: [...faultDomains],
    subnetId,
  }));
}
