export { LetsEncrypt, type LetsEncryptProps } from './lets-encrypt.ts';
