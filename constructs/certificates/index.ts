export { certManagerApplication, certManagerValues } from './cert-manager.ts';
export { LetsEncrypt, type LetsEncryptProps } from './lets-encrypt.ts';
