import type { MachineFile } from '../cloud-config.ts';
import { ruleFiles } from './rules.ts';

/** Where the cloud answers what a machine is, and lends it the machine's identity; by DNS it is the resolver too. */
export const METADATA_ADDRESS = '169.254.169.254';

/** Addresses that mean this machine alone: metadata, time, and the disks that come by iSCSI. */
const LINK_LOCAL = '169.254.0.0/16';

const RULES_PATH = '/etc/armstead/metadata.nft';
const UNIT = 'armstead-metadata';

/**
 * Pods are forwarded by their node; processes of the node itself, and pods on its network, are not.
 *
 * The table is our own, so nobody who manages another one (firewalld, kube-proxy, flannel) takes the rules away, and what
 * they accept is dropped here all the same. The old table goes and the new one comes in one step.
 */
const rules = `# No pod reaches what is meant for the node alone: metadata with the node's identity, and disks by iSCSI.
# The resolver of the cloud network has the same address, and cluster DNS asks it.
table inet armstead-metadata
delete table inet armstead-metadata
table inet armstead-metadata {
  chain forward {
    type filter hook forward priority -10; policy accept;
    ip daddr ${METADATA_ADDRESS} tcp dport 53 accept
    ip daddr ${METADATA_ADDRESS} udp dport 53 accept
    ip daddr ${LINK_LOCAL} counter drop
  }
}
`;

/** What keeps the pods of a node from the metadata of the cloud; `start.sh` sets it to work before the node joins. */
export const metadataGuard: readonly MachineFile[] = ruleFiles({
  name: UNIT,
  description: 'Keep pods from the metadata of the cloud',
  path: RULES_PATH,
  rules,
  command: `/usr/sbin/nft --file ${RULES_PATH}`,
  required: true,
});
