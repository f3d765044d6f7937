import type { AddressRecord, Audience, EdgeAddresses } from '../../site/plan/index.ts';
import type { READERS } from './command.mjs';

/** Seconds for which others remember a record: short, because a rebuilt load balancer has another address. */
const TTL = 300;

/** A way to write records down, and whose records they are. */
interface Format {
  readonly for: Audience;
  readonly write: (records: readonly AddressRecord[]) => string;
}

const lines = (each: (record: AddressRecord) => string) => (records: readonly AddressRecord[]) =>
  records.map(each).join('\n');

/** Each format by the word that chooses it. */
export const formats = {
  bind: {
    for: 'everywhere',
    write: lines(({ name, address }) => `${name}. ${TTL} IN A ${address}`),
  },
  cloudflare: {
    for: 'everywhere',
    // Not proxied: the edge must see the addresses of clients, and Let's Encrypt the edge.
    write: (records) =>
      json({
        posts: records.map(({ name, address }) => ({ type: 'A', name, content: address, ttl: TTL, proxied: false })),
      }),
  },
  oci: {
    for: 'everywhere',
    write: (records) =>
      json(
        records.map(({ name, address }) => ({ domain: name, rtype: 'A', rdata: address, ttl: TTL, operation: 'ADD' })),
      ),
  },
  route53: {
    for: 'everywhere',
    write: (records) =>
      json({
        Changes: records.map(({ name, address }) => ({
          Action: 'UPSERT',
          ResourceRecordSet: { Name: name, Type: 'A', TTL, ResourceRecords: [{ Value: address }] },
        })),
      }),
  },
  dnsmasq: {
    for: 'at-home',
    write: lines(({ name, address }) => `host-record=${name},${address}`),
  },
  unbound: {
    for: 'at-home',
    write: lines(({ name, address }) => `local-data: "${name}. ${TTL} IN A ${address}"`),
  },
} as const satisfies Readonly<Record<keyof typeof READERS, Format>>;

export type FormatName = keyof typeof formats;

/** The records of one format, as text. */
export function written(name: FormatName, records: readonly AddressRecord[]): string {
  const format: Format = formats[name];
  return format.write(recordsFor(format.for, records));
}

/** The records that one DNS holds. */
export function recordsFor(where: Audience, records: readonly AddressRecord[]): AddressRecord[] {
  return records.filter(({ audience }) => audience === where);
}

/** What stands in the table for an address that is not known. */
export const PLACES: Required<EdgeAddresses> = { public: '<public>', home: '<home>' };

/** What to do about the places in a table, a line for each; empty where every address is known. */
export function missingText(records: readonly AddressRecord[]): string {
  const lines = (['public', 'home'] as const)
    .filter((which) => records.some(({ address }) => address === PLACES[which]))
    .map((which) => `${PLACES[which].padEnd(8)}  ${HOW[which]}; then npm run dns -- --${which} ADDRESS\n`);
  return lines.length > 0 ? `\n${lines.join('')}` : '';
}

const HOW: Required<EdgeAddresses> = {
  public: 'of the public load balancer: kubectl --namespace edge get service edge-public',
  home: 'of the one for home: kubectl --namespace edge get service edge-home',
};

/** Every record for people to read. */
export function table(records: readonly AddressRecord[]): string {
  const rows = [
    ['host', 'type', 'address', 'asked', 'for'],
    ...records.map(({ name, address, audience, what }) => [name, 'A', address, WHERE[audience], what]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const WHERE: Readonly<Record<Audience, string>> = { everywhere: 'everywhere', 'at-home': 'at home' };

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
