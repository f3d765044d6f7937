export { OciVault, type OciVaultProps } from './oci-vault.ts';
export { VaultSecret } from './vault-secret.ts';
