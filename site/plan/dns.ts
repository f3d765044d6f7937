import type { HostPlan } from './host-plan.ts';

/** Who queries a record: everybody, or the resolver at home alone. */
export type Audience = 'everywhere' | 'at-home';

/** A record of a name's address. */
export interface AddressRecord {
  /** Whole name: `photos.example.org`. */
  readonly name: string;
  readonly address: string;

  /** Which DNS holds it. */
  readonly audience: Audience;

  /** What it is for, in a few words for people. */
  readonly what: string;
}

/** Where the edge is reached. */
export interface EdgeAddresses {
  /** Of the public load balancer. */
  readonly public: string;

  /**
   * Of the load balancer inside the cloud network, to which home comes through the tunnel.
   *
   * @default - not known: no records for the resolver at home
   */
  readonly home?: string;
}

/**
 * The records that a site needs.
 *
 * A host for home stands in the public DNS too: Let's Encrypt must find the answer to its question before it gives a
 * certificate, and nothing else of the host answers there. At home the other record wins.
 */
export function dnsRecords(
  plan: { readonly hosts: readonly Pick<HostPlan, 'host' | 'exposure' | 'what'>[] },
  addresses: EdgeAddresses,
): AddressRecord[] {
  const hosts = [...plan.hosts].sort((one, other) => (one.host < other.host ? -1 : 1));
  return [
    ...hosts.map(({ host, exposure, what }) => ({
      name: host,
      address: addresses.public,
      audience: 'everywhere' as const,
      what: exposure === 'public' ? what : `${what}: only for its certificate`,
    })),
    ...hosts
      .filter(({ exposure }) => exposure === 'home' && addresses.home !== undefined)
      .map(({ host, what }) => ({ name: host, address: addresses.home as string, audience: 'at-home' as const, what })),
  ];
}
