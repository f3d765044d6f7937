import { stringify } from 'yaml';

/** Whom the prober speaks for: an address that nobody has. */
const CLIENT = '192.0.2.1';

/** What the prober is told to do. */
export const PROBE = 'answers';

/**
 * How a service is probed: any answer will do. Its certificate is not verified, as the edge does not verify it, and
 * a redirection is an answer, which may lead anywhere.
 *
 * It is probed with the headers that the edge adds, for somebody at an address of RFC 5737: what trusts no proxy answers
 * 400 to people and must not look well here.
 */
const MODULES = {
  [PROBE]: {
    prober: 'http',
    timeout: '8s',
    http: {
      preferred_ip_protocol: 'ip4',
      headers: { 'X-Forwarded-For': CLIENT, 'X-Forwarded-Proto': 'https' },
      follow_redirects: false,
      body_size_limit: '1MB',
      tls_config: { insecure_skip_verify: true },
    },
  },
};

/** What blackbox_exporter reads with `--config.file`. */
export function probeYaml(): string {
  return stringify({ modules: MODULES }, { version: '1.1' });
}
