/** What the surroundings of the test tell it. */
function told(name: string, meaning: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ${meaning}; docs/certificates.md shows how the test is run`);
  return value;
}

/** Address at which the edge listens, on the ports 80 and 443. */
export const EDGE_ADDRESS = told('EDGE_ADDRESS', 'the address of a Traefik that reads the Ingresses');

/** A test server of ACME: its directory, and where it gives out the certificate that it signs with. */
export const ACME_DIRECTORY = told('ACME_DIRECTORY', 'the directory of a test server of ACME');
export const ACME_ROOT = told('ACME_ROOT', 'where the test server gives out its root certificate');
