import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';

/** What may be read, and by whom it may not. */
export interface SecretsAccess {
  /** Identifier of the vault. */
  readonly vault: string;

  /** The gateway stands in the same compartment and must not read secrets. */
  readonly gatewayId?: pulumi.Output<string>;
}

/**
 * Lets the nodes read the secrets of the site's vault, as External Secrets does under the node's own identity.
 *
 * A basic cluster has no identities for single workloads: `machine/node/metadata.ts` keeps all pods from it but those on
 * the network of the node.
 */
export function nodesReadSecrets(
  { name, tenancy, compartment }: Pick<CloudPlan, 'name' | 'tenancy' | 'compartment'>,
  { vault, gatewayId }: SecretsAccess,
  options: pulumi.CustomResourceOptions,
): void {
  const nodes = new oci.identity.DynamicGroup(
    'nodes',
    {
      compartmentId: tenancy,
      name: `${name}-nodes`,
      description: 'Machines of the compartment, without the gateway',
      matchingRule: pulumi.concat(
        `ALL {instance.compartment.id = '${compartment}'`,
        gatewayId ? pulumi.interpolate`, instance.id != '${gatewayId}'` : '',
        '}',
      ),
    },
    options,
  );
  new oci.identity.Policy(
    'nodes-read-secrets',
    {
      compartmentId: tenancy,
      name: `${name}-nodes-read-secrets`,
      description: 'Nodes read the secrets of one vault',
      statements: [
        nodes.name.apply((group) => {
          const where = `where target.vault.id = '${vault}'`;
          return `Allow dynamic-group ${group} to read secret-bundles in tenancy ${where}`;
        }),
      ],
    },
    options,
  );
}
