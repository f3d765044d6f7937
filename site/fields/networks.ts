import { Address4 } from 'ip-address';
import { contains, NOBODYS_RANGES, PRIVATE_RANGES, prefixOf } from '../plan/networks.ts';
import { type Breach, check, type FieldCheck, proposal } from './breach.ts';
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
export function anyNetwork(example: string, ...checks: readonly FieldCheck<string>[]) {
  return text('a network in CIDR notation', example, cidr(example, alone), noHostBits, ...checks);
}

/**
 * The rule that requests may come from a network.
 *
 * @param doing what it does if none come: `lets in nobody`
 */
export function somebodys(doing: string): FieldCheck<string> {
  return check('somebodys', (value) => !NOBODYS_RANGES.some((range) => contains(range, value)), {
    rule: `${doing}: no request comes from such an address`,
    fix: 'write a network of the internet, such as 198.51.100.0/24',
  });
}

/** The rule that requests over the internet may come from a network: behind a router they come from the router's address. */
export function ofTheInternet(fix: string): FieldCheck<string> {
  return check('of-the-internet', (value) => !PRIVATE_RANGES.some((range) => contains(range, value)), {
    rule: 'is private: over the internet requests come from the public address of the router',
    fix,
  });
}

/**
 * The rule that a network is not everybody's.
 *
 * @param most the largest network that is still somebody's: the length of its prefix
 */
export function notEverybody(most: number, rule: string, fix: string): FieldCheck<string> {
  return check('not-everybody', (value) => prefixOf(value) >= most, { rule, fix });
}

/** What to write for an address where only whole networks make sense. */
function itsNetwork(_address: string, network: string): Fix {
  return { fix: `add its size, such as ${network}`, instead: network };
}

/** What to write for an address that may be meant alone: its network would let in all its neighbours. */
function alone(address: string, network: string): Fix {
  return proposal(`${address}/32`, '', ` for this one address, or its network, such as ${network}`);
}

type Fix = Pick<Breach, 'fix' | 'instead'>;

function cidr(example: string, fixOf: (address: string, network: string) => Fix): FieldCheck<string> {
  return {
    id: 'cidr',
    breach: (value) => {
      if (/^[\d.]+\/([12]?\d|3[0-2])$/.test(value) && isAddress(value.split('/')[0] as string)) return undefined;
      const fix = isAddress(value)
        ? fixOf(value, networkOf(`${value}/${example.split('/')[1]}`))
        : { fix: `write a network such as ${example}` };
      return { rule: 'is not an IPv4 network in CIDR notation', ...fix };
    },
  };
}

const noHostBits: FieldCheck<string> = {
  id: 'no-host-bits',
  breach: (value) =>
    networkOf(value) === value
      ? undefined
      : { rule: 'is an address in a network, not the network', ...proposal(networkOf(value), '') },
};

const isPrivate: FieldCheck<string> = check(
  'private',
  (value) => PRIVATE_RANGES.some((outer) => contains(outer, value)),
  {
    rule: 'is not private: it holds addresses of the internet',
    fix: `write a network inside ${listed(PRIVATE_RANGES)}`,
  },
);

function sized(example: string, { largest, smallest, of }: NetworkSizes): FieldCheck<string> {
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
