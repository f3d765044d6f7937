export { LetsEncrypt, type LetsEncryptEnvironment, type LetsEncryptProps } from './lets-encrypt.ts';
