import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { METADATA_ADDRESS } from '../../../infra/machine/node/metadata.ts';

/** What the played cloud answers to a request by HTTP. */
export const IDENTITY = 'the identity of the node';

/** The address that the played resolver knows for every name. */
export const RESOLVED = '203.0.113.53';

/** Metadata by HTTP on port 80, the same on 53, and a resolver by datagram that has one address for every name. */
const CLOUD = `
  const answer = (_, response) => response.end('${IDENTITY}');
  for (const port of [80, 53]) require('node:http').createServer(answer).listen(port);
  const resolver = require('node:dgram').createSocket('udp4');
  resolver.on('message', (query, from) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const asksForIpv4 = question[question.length - 3] === 1;
    const head = Buffer.concat([query.subarray(0, 2), Buffer.from([0x81, 0x80, 0, 1, 0, asksForIpv4 ? 1 : 0, 0, 0, 0, 0])]);
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...'${RESOLVED}'.split('.').map(Number)]);
    resolver.send(Buffer.concat([head, question, ...(asksForIpv4 ? [record] : [])]), from.port, from.address);
  });
  process.stdin.once('data', () => resolver.bind(53, '${METADATA_ADDRESS}', () => console.log('ready')));
`;

/** The cloud beside a real node: a machine on the node's network that has the address of the metadata. */
export class Cloud {
  readonly #machine: ChildProcess;

  private constructor(machine: ChildProcess) {
    this.#machine = machine;
  }

  static async start(): Promise<Cloud> {
    const machine = spawn('unshare', ['--net', process.execPath, '-e', CLOUD], { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve) => setTimeout(resolve, 500));
    run(`ip link add metadata0 type veth peer name eth0 netns ${machine.pid}
      ip link set metadata0 master node0 up
      nsenter --target ${machine.pid} --net sh -euc '
        ip address add 10.0.10.9/24 dev eth0
        ip address add ${METADATA_ADDRESS}/32 dev eth0
        ip link set eth0 up
        ip route add default via 10.0.10.10'`);
    const ready = new Promise((resolve) => machine.stdout?.once('data', resolve));
    machine.stdin?.write('begin\n');
    await ready;
    return new Cloud(machine);
  }

  stop(): void {
    this.#machine.kill('SIGKILL');
  }
}

/** Runs shell lines on the node, whose network is that of the tests. */
export function run(lines: string, input?: string): string {
  return execFileSync('sh', ['-euc', lines], { encoding: 'utf8', input });
}
