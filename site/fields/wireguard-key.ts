import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import type { Breach, FieldCheck } from './breach.ts';
import { checked, misfit } from './checked.ts';
import { remembered } from './remembered.ts';

const FIX = 'write the public key that `wg pubkey` prints on the home side';

/** The key that stands in `platform.ts` of this project, from WireGuard's own quick start. */
export const EXAMPLE_WIREGUARD_KEY = 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=';

/** Another key of that page, which stands in for a wrong one. */
const STAND_IN = 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=';

const form: FieldCheck<string> = {
  id: 'wireguard-key',
  breach: (value) => (isKey(value) ? undefined : noKey(value)),
};

/** Does not repeat the text: it may hold the private key, and reports stand in the logs of builds. */
function noKey({ length }: string): Breach {
  return {
    found: `a text of ${length} characters`,
    rule: 'is not a WireGuard key (32 bytes as base64: 43 characters and one =)',
    fix: FIX,
  };
}

function isKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === value;
}

/**
 * Whether two sides can agree on a secret with a key: not with the points of low order, such as 32 zeros, with which it
 * is zero whoever the other side is. OpenSSL then refuses, as RFC 7748 asks in section 6.1.
 */
const agreesOnSecret = remembered((value) => {
  const x = Buffer.from(value, 'base64').toString('base64url');
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    return diffieHellman({ privateKey: generateKeyPairSync('x25519').privateKey, publicKey }).length > 0;
  } catch {
    return false;
  }
});

const agrees: FieldCheck<string> = {
  id: 'agrees-on-a-secret',
  breach: (value) =>
    agreesOnSecret(value)
      ? undefined
      : { rule: 'is the key of nobody: with it WireGuard agrees on no secret with anybody', fix: FIX },
};

/** A WireGuard public key: 32 bytes as base64, which is 43 characters and one `=`. */
export const wireguardKey = checked(
  z.string({ error: misfit({ what: 'a WireGuard key', fix: () => FIX, standIn: STAND_IN }) }),
  STAND_IN,
  [form, agrees],
);
