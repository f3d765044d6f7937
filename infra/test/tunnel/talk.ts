import type { Machine } from './machine.ts';

/** Starts a server that answers each connection with the caller's address and a number of bytes. */
export function serve(machine: Machine, port: number, bytes = 0): Promise<void> {
  return machine.serve(`
    const answer = Buffer.alloc(${bytes}, 'x');
    require('node:net')
      .createServer((socket) => {
        socket.on('error', () => {});
        socket.end(Buffer.concat([Buffer.from(socket.remoteAddress + ' '), answer]));
      })
      .listen(${port}, '0.0.0.0', () => console.log('ready'));
  `);
}

/** What a caller got: the address under which it was seen, and how many bytes came. */
export interface Answer {
  readonly seenAs: string;
  readonly bytes: number;
}

/** What a caller may say beyond whom it calls. */
export interface CallOptions {
  /**
   * Address that the caller claims to have.
   *
   * @default - its own
   */
  readonly from?: string;

  /**
   * Milliseconds of silence after which it gives up.
   *
   * @default 5000
   */
  readonly patience?: number;
}

/** Calls a server; a refusal or silence answers undefined. */
export function call(machine: Machine, address: string, port: number, options: CallOptions = {}): Answer | undefined {
  const { from, patience = 5000 } = options;
  const target = JSON.stringify({ host: address, port, localAddress: from });
  const printed = machine.node(`
    const socket = require('node:net').connect(${target});
    let text = '';
    socket.setTimeout(${patience}, () => socket.destroy(new Error('silence')));
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => (text = ''));
    socket.on('close', () => console.log(JSON.stringify(text.split(' ').map((part, i) => (i ? part.length : part)))));
  `);
  const [seenAs, bytes] = JSON.parse(printed) as [string, number?];
  return bytes === undefined ? undefined : { seenAs: seenAs.replace('::ffff:', ''), bytes };
}

/**
 * Calls until there is an answer, eight times at most.
 *
 * A peer that lost its session is noticed after 15 seconds of silence (WireGuard: REKEY_TIMEOUT and KEEPALIVE_TIMEOUT).
 */
export function callPatiently(machine: Machine, address: string, port: number): Answer | undefined {
  for (let attempt = 1; attempt < 8; attempt += 1) {
    const answer = call(machine, address, port);
    if (answer) return answer;
  }
  return call(machine, address, port);
}
