/** For whom the records are written, by the word that chooses it. */
export const READERS = {
  bind: 'a zone file of BIND, which most providers import',
  cloudflare: "Cloudflare's API, POST /zones/ZONE/dns_records/batch",
  oci: "Oracle's command line, oci dns record zone patch --items file://FILE",
  route53: "Amazon's command line, aws route53 change-resource-record-sets --change-batch file://FILE",
  dnsmasq: 'dnsmasq, Pi-hole and OpenWrt',
  unbound: 'unbound and OPNsense, in the section server:',
};

const WORDS = Object.entries(READERS).map(([name, reader]) => `    ${name.padEnd(10)} ${reader}`);

/** What `npm run dns` takes. */
export const COMMAND = {
  usage: `usage: npm run dns [-- [--public ADDRESS] [--home ADDRESS] [--as FORMAT | --check [--server ADDRESS[:PORT]]]]

  Prints the hosts of the site of platform.ts and where each has to lead.

  --public ADDRESS   of the public load balancer: kubectl --namespace edge get service edge-public
                     site.outputs.json has it after the hand-over; before that --as and --check need it
  --home ADDRESS     of the one for home:         kubectl --namespace edge get service edge-home
  --as FORMAT        for a program instead of a table:
${WORDS.join('\n')}
  --check            checks that every host leads to the public load balancer, as it must before
                     certificates: 'production'; it queries the name servers of the domain, so that it does not matter
                     where the resolver at home leads
  --server ADDRESS   of the DNS server that --check queries instead, with its port if that is not 53`,
  options: {
    public: { type: 'string' },
    home: { type: 'string' },
    as: { type: 'string', default: 'table' },
    check: { type: 'boolean', default: false },
    server: { type: 'string' },
  },
};
