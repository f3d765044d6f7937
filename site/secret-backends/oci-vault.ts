import type { Backend, SecretsFrom } from './backend.ts';

export const ociVault: Backend<SecretsFrom<'oci-vault'>> = {
  vault: ({ backend, vault }) => ({ kind: backend, vault }),
  namesDifferIn: 'site',
  takesAllowance: true,
  withExternalNodes:
    'every pod may read the whole vault, unless the nodes keep pods from the metadata of the cloud (169.254.169.254).\n' +
    'Nodes that infra/ makes do; this site states no infrastructure, so yours are external.\n' +
    'docs/secrets.md tells how to close it, and that it cannot be closed with VCN-native pod networking.',
};
