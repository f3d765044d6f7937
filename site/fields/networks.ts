import { Address4 } from 'ip-address';
import { z } from 'zod';
import { contains, PRIVATE_RANGES } from '../plan/networks.ts';
import { type Breach, type Check, check } from './breach.ts';
import { checked, misfit } from './checked.ts';
import { LARGEST_PORT } from './numbers.ts';
import { listed } from './shown.ts';
import { text } from './text.ts';

/** How large a network may be: the length of its prefix, so that `largest` is the smaller number. */
export interface NetworkSizes {
  readonly largest: number;
  readonly smallest: number;

  /** Whose limits they are, for the message: `the cloud`. */
  readonly of: string;
}

/** A private IPv4 network in CIDR notation, such as `10.0.0.0/16`. */
export function network(example: string, sizes?: NetworkSizes) {
  const checks = [cidr(example, itsNetwork), noHostBits, isPrivate, ...(sizes ? [sized(example, sizes)] : [])];
  return text('a network in CIDR notation', example, ...checks);
}

/** An IPv4 network of the internet or of a home, such as `198.51.100.0/24`; one address is a /32. */
export function anyNetwork(example: string, ...checks: readonly Check<string>[]) {
  return text('a network in CIDR notation', example, cidr(example, alone), noHostBits, ...checks);
}

/** What to write for an address where only whole networks make sense. */
function itsNetwork(_address: string, network: string): string {
  return `add its size, such as ${network}`;
}

/** What to write for an address that may be meant alone: its network would let in all its neighbours. */
function alone(address: string, network: string): string {
  return `write ${address}/32 for this one address, or its network, such as ${network}`;
}

function cidr(example: string, fixOf: (address: string, network: string) => string): Check<string> {
  return {
    id: 'cidr',
    breach: (value) => {
      if (/^[\d.]+\/([12]?\d|3[0-2])$/.test(value) && isAddress(value.split('/')[0] as string)) return undefined;
      const fix = isAddress(value)
        ? fixOf(value, networkOf(`${value}/${example.split('/')[1]}`))
        : `write a network such as ${example}`;
      return { rule: 'is not an IPv4 network in CIDR notation', fix };
    },
  };
}

const noHostBits: Check<string> = {
  id: 'no-host-bits',
  breach: (value) =>
    networkOf(value) === value
      ? undefined
      : { rule: 'is an address in a network, not the network', fix: `write ${networkOf(value)}` },
};

const isPrivate: Check<string> = check('private', (value) => PRIVATE_RANGES.some((outer) => contains(outer, value)), {
  rule: 'is not private: it holds addresses of the internet',
  fix: `write a network inside ${listed(PRIVATE_RANGES)}`,
});

function sized(example: string, { largest, smallest, of }: NetworkSizes): Check<string> {
  return {
    id: 'size',
    breach: (value): Breach | undefined => {
      const prefix = Number(value.split('/')[1]);
      if (prefix >= largest && prefix <= smallest) return undefined;
      return prefix < largest
        ? { rule: `is too large for ${of}`, fix: `write /${largest} or smaller, such as ${example}` }
        : { rule: `is too small for ${of}`, fix: `write /${smallest} or larger, such as ${example}` };
    },
  };
}

/** The network in which an address such as `192.168.4.1/22` lies. */
function networkOf(value: string): string {
  return `${new Address4(value).startAddress().correctForm()}/${value.split('/')[1]}`;
}

function isAddress(value: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/.test(value) && Address4.isValid(value);
}

/** A single IPv4 address. */
export function address(example: string) {
  return text(
    'an IPv4 address',
    example,
    check('address', isAddress, { rule: 'is not an IPv4 address', fix: `write an address such as ${example}` }),
  );
}

/** An address and a port: where something answers. */
export function endpoint(example: string) {
  return text(
    'an address and a port',
    example,
    check('endpoint', (value) => isEndpoint(value), {
      rule: 'is not an IPv4 address and a port',
      fix: `write both, such as ${example}`,
    }),
  );
}

function isEndpoint(value: string): boolean {
  const [host = '', port = '', ...rest] = value.split(':');
  return rest.length === 0 && isAddress(host) && /^[1-9]\d{0,4}$/.test(port) && Number(port) <= LARGEST_PORT;
}

const KEY_FIX = 'write the public key that `wg pubkey` prints on the home side';

/** A key that nobody has: a working one in a message would be copied. */
export const NO_KEY = Buffer.alloc(32).toString('base64');

/** A WireGuard public key: 32 bytes as base64, which is 43 characters and one `=`. */
export const wireguardKey = checked(
  z.string({ error: misfit({ what: 'a WireGuard key', fix: () => KEY_FIX, standIn: NO_KEY }) }),
  NO_KEY,
  [{ id: 'wireguard-key', breach: (value) => (isKey(value) ? undefined : noKey(value)) }],
);

/** Does not repeat the text: it may hold the private key, and reports stand in the logs of builds. */
function noKey({ length }: string): Breach {
  return {
    found: `a text of ${length} characters`,
    rule: 'is not a WireGuard key (32 bytes as base64: 43 characters and one =)',
    fix: KEY_FIX,
  };
}

function isKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === value;
}
