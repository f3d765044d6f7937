export { EXTERNAL_SECRETS, externalSecretsApplication } from './external-secrets.ts';
export { OciVault, type OciVaultProps } from './oci-vault.ts';
export { VaultSecret } from './vault-secret.ts';
