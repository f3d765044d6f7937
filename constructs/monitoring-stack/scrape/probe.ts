import { stringify } from 'yaml';

/** What the prober is told to do. */
export const PROBE = 'answers';

/**
 * What is asked of a service: any answer will do. Its certificate is not verified, as the edge does not verify it, and
 * a redirection is an answer, which may lead anywhere.
 */
const MODULES = {
  [PROBE]: {
    prober: 'http',
    timeout: '8s',
    http: {
      preferred_ip_protocol: 'ip4',
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
