/** What `npm run home-config` takes. */
export const COMMAND = {
  usage: `usage: npm run --silent home-config [-- [--as FORMAT] [--peer NAME] [--key FILE --show-key] | --new-key FILE]

  Prints every configuration for the home side of the tunnel, without the private key.

  --as FORMAT      one of them: wg-quick, routeros, openwrt, fields or qr; or firewall: what may come out of the tunnel
  --peer NAME      of a device of the site, such as phone
  --key FILE       the private key of that side
  --show-key       writes the private key into the configuration
  --new-key FILE   makes a key in FILE, outside git, and prints its public half`,
  options: {
    as: { type: 'string' },
    peer: { type: 'string' },
    key: { type: 'string' },
    'show-key': { type: 'boolean' },
    'new-key': { type: 'string' },
  },
};
