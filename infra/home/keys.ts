import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A WireGuard key pair: each 32 bytes as base64. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** What stands before the 32 bytes of an X25519 private key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Makes a key pair, as `wg genkey` and `wg pubkey` do. */
export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return { privateKey: part(privateKey, 'd'), publicKey: part(publicKey, 'x') };
}

/** The public key that belongs to a private one. */
export function publicKeyOf(privateKey: string): string {
  const bytes = Buffer.from(privateKey.trim(), 'base64');
  if (bytes.length !== 32) throw new Error('not a WireGuard private key: 32 bytes as base64, 43 characters and one =');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, bytes]), format: 'der', type: 'pkcs8' });
  return part(createPublicKey(key), 'x');
}

function part(key: KeyObject, name: 'd' | 'x'): string {
  return Buffer.from(key.export({ format: 'jwk' })[name] as string, 'base64url').toString('base64');
}
