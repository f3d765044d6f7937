import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectionBound } from '../../machine/node/connections.ts';
import { example, sound } from '../sites.ts';
import { Machine } from './machine.ts';

const root = process.getuid?.() === 0;
if (!root) console.log('skipped: the bound of connections is tried in network namespaces, and they need root');

const NODE = '198.51.100.20';
const POD = '10.244.0.5';

/** An office, a guest of the same hour, and a third. */
const [OFFICE, GUEST, THIRD] = ['203.0.113.10', '203.0.113.11', '203.0.113.12'];

/** Ports of the node, of which each leads to another port of the edge. */
const PORTS = { 30080: 8000, 30443: 8443, 30543: 8443 } as const;

/** What came of some connections. */
interface Tried {
  readonly open: number;
  readonly refused: number;
}

/** A program that opens connections and holds them: it tells what came of them, and then does as `end` says. */
function opening(from: string, port: keyof typeof PORTS, count: number, end: string): string {
  return `
    const { connect, createServer } = require('node:net');
    const tried = { open: 0, refused: 0 };
    const one = () => new Promise((resolve, reject) => {
      const socket = connect({ host: '${NODE}', port: ${port}, localAddress: '${from}' });
      socket.once('connect', () => resolve('open'));
      socket.once('error', ({ code }) => (code === 'ECONNREFUSED' ? resolve('refused') : reject(code)));
    });
    (async () => {
      for (let begun = 0; begun < ${count}; begun += 1) tried[await one()] += 1;
      ${end}
    })();
  `;
}

/** The files and the command of the unit that sets the rules. */
function setBy(loadBalancer: 'network' | 'flexible') {
  const files = connectionBound(sound({ ...example, edge: { loadBalancer } }).edge.loadBalancers);
  const unit = files.find(({ path }) => path.endsWith('.service'))?.content ?? '';
  return { files, command: /^ExecStart=(.+)$/m.exec(unit)?.[1] ?? 'false' };
}

describe.skipIf(!root)('the connections to the edge, seen from the internet', () => {
  const [internet, node, pod] = ['internet', 'node', 'pod'].map((name) => new Machine(`connections-${name}`)) as [
    Machine,
    Machine,
    Machine,
  ];
  let held = 0;

  const tries = (from: string, port: keyof typeof PORTS, count: number) =>
    JSON.parse(
      internet.node(opening(from, port, count, 'console.log(JSON.stringify(tried)); process.exit();')),
    ) as Tried;

  /** Holds connections until the test is over. */
  const holds = async (from: string, port: keyof typeof PORTS, count: number) => {
    held += 1;
    const wait = `createServer(() => process.exit()).listen(${9000 + held}, '127.0.0.1', () => console.log('ready'));`;
    await internet.serve(opening(from, port, count, `if (tried.open === ${count}) ${wait}`));
  };

  const bound = (loadBalancer: 'network' | 'flexible') => {
    const { files, command } = setBy(loadBalancer);
    for (const { path, content, mode } of files) node.write(path, content, mode);
    node.run(command);
    return command;
  };

  beforeAll(async () => {
    await Promise.all([internet, node, pod].map((machine) => machine.start()));
    internet.cable(['eth0', `${OFFICE}/24`], node, ['ens3', `${NODE}/24`]);
    pod.cable(['eth0', `${POD}/24`], node, ['cni0', '10.244.0.1/24']);
    internet.run(`ip address add ${GUEST}/24 dev eth0
      ip address add ${THIRD}/24 dev eth0
      ip route add default dev eth0`);
    pod.run('ip route add default via 10.244.0.1');
    node.run('ip route add 203.0.113.0/24 dev ens3; sysctl -qw net.ipv4.ip_forward=1');
    for (const [port, target] of Object.entries(PORTS)) {
      node.run(`iptables -t nat -A PREROUTING -p tcp --dport ${port} -j DNAT --to-destination ${POD}:${target}`);
    }
    await pod.serve(`
      let waiting = 2;
      for (const port of [8000, 8443]) {
        require('node:net').createServer((socket) => socket.on('error', () => {}).resume())
          .listen(port, '0.0.0.0', 2048, () => (waiting -= 1) || console.log('ready'));
      }
    `);
  });

  afterEach(() => {
    for (; held > 0; held -= 1) {
      internet.node(`require('node:net').connect(${9000 + held}, '127.0.0.1').on('error', () => {})`);
    }
    node.run('nft delete table inet armstead-connections 2>/dev/null || true');
  });

  afterAll(() => {
    for (const machine of [internet, node, pod]) machine.stop();
  });

  test('have no bound without the rules, or else the tests below prove nothing', () => {
    expect(tries(OFFICE, 30_443, 700)).toEqual({ open: 700, refused: 0 });
  });

  test('are 320 from one address, on both ports together, and more are refused at once', async () => {
    bound('network');
    await holds(OFFICE, 30_080, 20);
    expect(tries(OFFICE, 30_443, 305)).toEqual({ open: 300, refused: 5 });
  });

  test('are 640 from all addresses together', async () => {
    bound('network');
    await holds(OFFICE, 30_443, 320);
    expect(tries(GUEST, 30_443, 300)).toEqual({ open: 300, refused: 0 });
    await holds(GUEST, 30_443, 300);
    expect(tries(THIRD, 30_443, 25)).toEqual({ open: 20, refused: 5 });
  });

  test('are free again when they end', () => {
    bound('network');
    for (let time = 0; time < 3; time += 1) expect(tries(OFFICE, 30_443, 300)).toEqual({ open: 300, refused: 0 });
  });

  test('go on being counted when the unit runs again', async () => {
    const command = bound('network');
    await holds(OFFICE, 30_443, 320);
    node.run(command);
    expect(tries(OFFICE, 30_443, 1)).toEqual({ open: 0, refused: 1 });
    expect(tries(GUEST, 30_443, 1)).toEqual({ open: 1, refused: 0 });
  });

  test('are counted again within a minute after somebody flushed the firewall', () => {
    const command = bound('network');
    node.run('nft delete table inet armstead-connections');
    expect(tries(OFFICE, 30_443, 321)).toEqual({ open: 321, refused: 0 });
    node.run(command);
    expect(tries(OFFICE, 30_443, 321)).toEqual({ open: 320, refused: 1 });
  });

  test('from home have a load balancer of their own, from which strangers take nothing', async () => {
    bound('network');
    await holds(OFFICE, 30_443, 320);
    expect(tries(OFFICE, 30_543, 10)).toEqual({ open: 10, refused: 0 });
  });

  test('all come from the address of a flexible load balancer: there the sum alone has a bound', () => {
    bound('flexible');
    expect(tries(OFFICE, 30_443, 645)).toEqual({ open: 640, refused: 5 });
  });
});
