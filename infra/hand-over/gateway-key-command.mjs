/** What `npm run gateway-key` takes. */
export const COMMAND = {
  usage: `usage: npm run gateway-key [-- FILE]

  Reads the gateway's public key from its console and keeps it in site.outputs.json.

  FILE   the console history as the web console shows it; without it the OCI CLI is asked`,
  most: 1,
};
