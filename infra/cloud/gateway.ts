import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import { GATEWAY_BOOT_VOLUME_GB } from '../../site/plan/index.ts';
import type { CloudPlan, GatewayPlan } from '../plan/cloud-plan.ts';
import { GATEWAY_SHAPE } from './region.ts';

/** What the gateway needs to know. */
export interface GatewayProps extends Pick<CloudPlan, 'name' | 'compartment'> {
  readonly gateway: GatewayPlan;
  readonly subnetId: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
}

/** The small machine that ends the tunnel home, with its public address. */
export class Gateway extends pulumi.ComponentResource {
  readonly instance: oci.core.Instance;

  /** Identifier of its private address, which routes lead to. */
  readonly privateIpId: pulumi.Output<string>;
  readonly publicAddress: pulumi.Output<string>;

  constructor(name: string, props: GatewayProps, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:Gateway', name, {}, options);
    this.instance = this.machine(props);
    this.privateIpId = primaryAddress(props.compartment, this.instance.id, this);
    this.publicAddress =
      props.gateway.publicAddress === 'reserved' ? this.reserved(props).ipAddress : this.instance.publicIp;
    this.registerOutputs({ publicAddress: this.publicAddress });
  }

  private machine(props: GatewayProps): oci.core.Instance {
    const { gateway, compartment, name } = props;
    return new oci.core.Instance(
      'gateway',
      {
        compartmentId: compartment,
        availabilityDomain: gateway.availabilityDomain,
        displayName: `${name}-gateway`,
        shape: GATEWAY_SHAPE,
        createVnicDetails: {
          subnetId: props.subnetId,
          nsgIds: [props.securityGroupId],
          privateIp: gateway.address,
          assignPublicIp: gateway.publicAddress === 'ephemeral' ? 'true' : 'false',
          hostnameLabel: 'gateway',
          // It passes on packets that are neither from nor for itself.
          skipSourceDestCheck: true,
        },
        sourceDetails: {
          sourceType: 'image',
          sourceId: gateway.image,
          bootVolumeSizeInGbs: `${GATEWAY_BOOT_VOLUME_GB}`,
        },
        metadata: { user_data: gateway.userData, ...(gateway.sshKey ? { ssh_authorized_keys: gateway.sshKey } : {}) },
        instanceOptions: { areLegacyImdsEndpointsDisabled: true },
        availabilityConfig: { recoveryAction: 'RESTORE_INSTANCE' },
        preserveBootVolume: false,
      },
      {
        parent: this,
        // A newer image must not replace a machine that updates itself: a new machine has a new key.
        ignoreChanges: ['sourceDetails.sourceId'],
        // Its address and its share of the allowance are free only once the old one is gone.
        deleteBeforeReplace: true,
      },
    );
  }

  private reserved({ name, compartment }: GatewayProps): oci.core.PublicIp {
    return new oci.core.PublicIp(
      'gateway-address',
      {
        compartmentId: compartment,
        displayName: `${name}-gateway`,
        lifetime: 'RESERVED',
        privateIpId: this.privateIpId,
      },
      { parent: this },
    );
  }
}

/** The identifier of a machine's first private address: machine, network card, address. */
function primaryAddress(compartmentId: string, instanceId: pulumi.Output<string>, parent: pulumi.Resource) {
  const { vnicAttachments } = oci.core.getVnicAttachmentsOutput({ compartmentId, instanceId }, { parent });
  const vnicId = vnicAttachments.apply((attachments) => only(attachments, 'network card').vnicId);
  const { privateIps } = oci.core.getPrivateIpsOutput({ vnicId }, { parent });
  return privateIps.apply((addresses) => only(addresses, 'private address').id);
}

function only<T>(found: readonly T[], what: string): T {
  const [one, ...more] = found;
  if (one === undefined || more.length > 0) throw new Error(`the gateway has ${found.length} of one ${what}`);
  return one;
}
