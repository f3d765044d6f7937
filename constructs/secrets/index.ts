export { OciVault, type OciVaultProps } from './oci-vault.ts';
export { VaultSecret, type VaultSecretProps } from './vault-secret.ts';
