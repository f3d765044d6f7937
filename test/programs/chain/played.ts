import { createServer, type Server } from 'node:http';
import { recordings } from '../../constructs/monitoring-stack/metrics/recorded.ts';

/** Values of labels that queries choose by; any other label has one value, its own name. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  code: ['200', '503'],
  condition: ['True', 'False'],
  container: ['shop'],
  le: ['0.1', '1', '+Inf'],
  namespace: ['shop-prod'],
  phase: ['Running', 'Pending'],
  pod: ['shop-1'],
  reason: ['CrashLoopBackOff'],
  resource: ['cpu', 'memory'],
  sync_status: ['Synced', 'OutOfSync'],
  health_status: ['Healthy'],
  type: ['storage', 'native'],
};

/** Where the certificates of the played cert-manager end, in seconds. */
const IN_A_MONTH = Math.floor(Date.now() / 1000) + 30 * 86_400;

/**
 * What a program gives out that cannot run here: every metric of its recordings, with values that grow.
 *
 * @param program beginning of the recordings' names: `Traefik`
 */
export function played(program: string): string {
  const found = recordings.filter((one) => one.program.startsWith(program));
  if (found.length === 0) throw new Error(`there is no recording of ${program}`);
  const metrics = new Map(found.flatMap((one) => [...one.metrics]));
  return [...metrics].flatMap(([name, labels]) => series(name, labels)).join('\n');
}

function series(name: string, labels: readonly string[]): string[] {
  const value = name.endsWith('_timestamp_seconds') ? IN_A_MONTH : Math.floor(Date.now() / 100);
  return combinations(labels).map((pairs) => `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`);
}

function combinations([label, ...rest]: readonly string[]): string[][] {
  if (label === undefined) return [[]];
  const inner = combinations(rest);
  return (VALUES[label] ?? [label]).flatMap((value) => inner.map((pairs) => [`${label}="${value}"`, ...pairs]));
}

/** A program of our own that gives out metrics, until it is closed. */
export function serve(text: () => string, path = '/metrics', address = '127.0.0.1', port = 0): Promise<Served> {
  const server = createServer((request, response) => {
    response.statusCode = request.url === path ? 200 : 404;
    response.end(request.url === path ? `${text()}\n` : '');
  });
  return listening(server, address, port);
}

/** A server and where it answers. */
export interface Served {
  readonly server: Server;
  readonly port: number;
}

export function listening(server: Server, address = '127.0.0.1', port = 0): Promise<Served> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      const bound = server.address();
      resolve({ server, port: typeof bound === 'object' && bound ? bound.port : port });
    });
  });
}
