export { externalSecretsApplication } from './external-secrets.ts';
export { buildVault, readSecrets } from './vault.ts';
