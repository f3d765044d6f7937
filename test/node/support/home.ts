import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOf } from '../../support/programs.ts';
import { Machine, run } from './machine.ts';

/** The network at home of the example site, and the addresses there that answer. */
const NETWORK = '192.168.4.0/22';
const ADDRESSES = ['192.168.4.10/32', '192.168.4.20/32', '192.168.4.21/32', '192.168.4.22/32'];

/** The gateway, by which the node reaches home. */
const GATEWAY = '10.0.10.8';

/** A client at home: an address of the node itself, so that the tests can ask from there. */
export const CLIENT_AT_HOME = '192.168.4.50';

const PROGRAM = fileURLToPath(new URL('home-machines.mjs', import.meta.url));

/** Starts the machines at home behind the gateway; answers how they are stopped. */
export async function startHome(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-home-'));
  const [key, certificate] = [join(folder, 'key'), join(folder, 'certificate')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...request, '-subj', '/CN=nas', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const machine = await Machine.start('home0', [PROGRAM, key, certificate], [`${GATEWAY}/24`, ...ADDRESSES]);
  run(`ip route replace ${NETWORK} via ${GATEWAY}
    ip route replace local ${CLIENT_AT_HOME} dev lo`);
  const exporter = machine.background(pathOf('node_exporter'), ['--web.listen-address=192.168.4.10:9100']);
  return () => {
    exporter.kill('SIGKILL');
    machine.stop();
    rmSync(folder, { recursive: true });
  };
}
