import * as oci from '@pulumi/oci';
import type * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';

/**
 * The Bastion service in a subnet: the way in before the tunnel stands.
 *
 * Who may use it is decided by the account's own sign-on, so the address of the caller is not.
 */
export function bastion(
  { name, compartment }: Pick<CloudPlan, 'name' | 'compartment'>,
  subnetId: pulumi.Input<string>,
  options: pulumi.CustomResourceOptions,
): oci.bastion.Bastion {
  return new oci.bastion.Bastion(
    'bastion',
    {
      compartmentId: compartment,
      name: `${name}-bastion`,
      bastionType: 'STANDARD',
      targetSubnetId: subnetId,
      clientCidrBlockAllowLists: ['0.0.0.0/0'],
      maxSessionTtlInSeconds: 3 * 60 * 60,
    },
    options,
  );
}
