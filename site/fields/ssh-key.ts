import type { Breach, FieldCheck } from './breach.ts';

/** What `ssh-keygen` and `ssh-keyscan` print: a kind, 32 bits of length before each part of the key, and a remark. */
const LINE = /^(\S+) ([A-Za-z0-9+/]+={0,2})( [^\r\n]*)?$/;

/** Shortest RSA key that OpenSSH and Argo CD still take without being told to: `RequiredRSASize` is 1024, NIST's floor 2048. */
const LEAST_RSA_BITS = 2048;

/** Longest that OpenSSH reads, `SSHBUF_MAX_BIGNUM`. */
const MOST_RSA_BITS = 16_384;

/** Bytes of a point of the curve, both coordinates behind one byte that says so. */
const POINTS: Readonly<Record<string, number>> = { nistp256: 65, nistp384: 97, nistp521: 133 };

const ED25519_BYTES = 32;

/** What is wrong with a public key of SSH, if anything is: `is cut off`. */
function fault(kind: string, key: string): string | undefined {
  const parts = partsOf(Buffer.from(key, 'base64'));
  const [name, ...rest] = parts ?? [];
  if (kind === 'ssh-dss') return 'is a DSA key, which OpenSSH takes no more';
  if (!isKnown(kind)) return 'is no kind of key that an SSH server takes';
  if (!parts || !name) return 'is cut off, or something was added to it';
  if (name.toString('latin1') !== kind) return `says ${kind} in front and another kind inside`;
  return measured(kind, rest);
}

function isKnown(kind: string): boolean {
  return ['ssh-ed25519', 'ssh-rsa'].includes(kind) || POINTS[kind.replace('ecdsa-sha2-', '')] !== undefined;
}

function measured(kind: string, parts: readonly Buffer[]): string | undefined {
  if (kind === 'ssh-rsa') return ofRsa(parts);
  const curve = kind.replace('ecdsa-sha2-', '');
  const [point, ...more] = kind === 'ssh-ed25519' ? parts : parts.slice(1);
  const isWhole =
    kind === 'ssh-ed25519'
      ? point?.length === ED25519_BYTES
      : parts[0]?.toString('latin1') === curve && point?.length === POINTS[curve] && point?.[0] === 4;
  return isWhole && more.length === 0 ? undefined : 'is cut off, or something was added to it';
}

function ofRsa([exponent, modulus, ...more]: readonly Buffer[]): string | undefined {
  if (!exponent || !modulus || more.length > 0) return 'is cut off, or something was added to it';
  const bits = BigInt(`0x0${modulus.toString('hex')}`).toString(2).length;
  if (bits > MOST_RSA_BITS) return `is an RSA key of ${bits} bits, more than OpenSSH reads`;
  return bits < LEAST_RSA_BITS ? `is an RSA key of ${bits} bits; ${LEAST_RSA_BITS} are needed at least` : undefined;
}

/** The parts of a key, each with its length in front; undefined where the lengths do not add up. */
function partsOf(bytes: Buffer): Buffer[] | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length ? parts : undefined;
}

/** What to say of a key. */
export interface SshKeyWords {
  /** Name of the rule. */
  readonly id: string;

  /** What it is the key of: `is not an SSH public key`. */
  readonly rule: string;

  /** What to write instead. */
  readonly fix: string;
}

/**
 * The rule that a text is one public key of SSH, whole and of a kind that is still in use.
 *
 * A private key is recognised and never repeated.
 */
export function sshPublicKey({ id, rule, fix }: SshKeyWords): FieldCheck<string> {
  return { id, breach: (value) => (isPrivate(value) ? privateKey(fix) : publicKey(value, rule, fix)) };
}

function publicKey(value: string, rule: string, fix: string): Breach | undefined {
  const [, kind, key] = LINE.exec(value) ?? [];
  if (kind === undefined || key === undefined) return { rule, fix };
  const wrong = fault(kind, key);
  return wrong === undefined ? undefined : { rule: wrong, fix };
}

function isPrivate(value: string): boolean {
  return /PRIVATE KEY/.test(value) || /^b3BlbnNzaC1rZXk/.test(value.trim());
}

function privateKey(fix: string): Breach {
  return {
    found: 'a private key',
    rule: 'stands here, where everybody reads it',
    fix: `make a new pair of keys, and ${fix}`,
  };
}

/** Whether a text is the public key of a server, without anything behind it. */
export function isSshPublicKey(value: string): boolean {
  const [, kind, key, remark] = LINE.exec(value) ?? [];
  return kind !== undefined && key !== undefined && remark === undefined && fault(kind, key) === undefined;
}
