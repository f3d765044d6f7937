export { buildVault, readSecrets } from './vault.ts';
