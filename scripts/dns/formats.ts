import type { AddressRecord, Asked } from '../../site/plan/dns.ts';

/** Seconds for which others remember a record: short, because a rebuilt load balancer has another address. */
const TTL = 300;

/** A way to write records down, and whose records they are. */
interface Format {
  readonly for: Asked;

  /** For whom it is, for the help. */
  readonly reader: string;
  readonly write: (records: readonly AddressRecord[]) => string;
}

const lines = (each: (record: AddressRecord) => string) => (records: readonly AddressRecord[]) =>
  records.map(each).join('\n');

/** Each format by the word that chooses it. */
export const formats = {
  bind: {
    for: 'everywhere',
    reader: 'a zone file of BIND, which most providers import',
    write: lines(({ name, address }) => `${name}. ${TTL} IN A ${address}`),
  },
  cloudflare: {
    for: 'everywhere',
    reader: "Cloudflare's API, POST /zones/ZONE/dns_records/batch",
    // Not proxied: the edge must see the addresses of clients, and Let's Encrypt the edge.
    write: (records) =>
      json({
        posts: records.map(({ name, address }) => ({ type: 'A', name, content: address, ttl: TTL, proxied: false })),
      }),
  },
  oci: {
    for: 'everywhere',
    reader: "Oracle's command line, oci dns record zone patch --items file://FILE",
    write: (records) =>
      json(
        records.map(({ name, address }) => ({ domain: name, rtype: 'A', rdata: address, ttl: TTL, operation: 'ADD' })),
      ),
  },
  route53: {
    for: 'everywhere',
    reader: "Amazon's command line, aws route53 change-resource-record-sets --change-batch file://FILE",
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
    reader: 'dnsmasq, Pi-hole and OpenWrt',
    write: lines(({ name, address }) => `host-record=${name},${address}`),
  },
  unbound: {
    for: 'at-home',
    reader: 'unbound and OPNsense, in the section server:',
    write: lines(({ name, address }) => `local-data: "${name}. ${TTL} IN A ${address}"`),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** The records of one format, as text. */
export function written(name: FormatName, records: readonly AddressRecord[]): string {
  const format: Format = formats[name];
  return format.write(records.filter(({ asked }) => asked === format.for));
}

/** Every record for people to read. */
export function table(records: readonly AddressRecord[]): string {
  const rows = [
    ['host', 'type', 'address', 'asked', 'for'],
    ...records.map(({ name, address, asked, what }) => [name, 'A', address, WHERE[asked], what]),
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

const WHERE: Readonly<Record<Asked, string>> = { everywhere: 'everywhere', 'at-home': 'at home' };

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
