import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode, type Packet } from 'dns-packet';

/** What a server knows: records by name. A name that is not among them does not exist. */
export type Records = Readonly<Record<string, readonly Answer[]>>;

/** Code of an answer that denies the name. */
const NO_SUCH_NAME = 3;

/** A DNS server on loopback that answers from a table. */
export class NameServer {
  /** Names for which it was queried, in the order of the questions. */
  readonly asked: string[] = [];

  private constructor(
    private readonly socket: Socket,
    private readonly records: Records,
  ) {}

  static async start(records: Records): Promise<NameServer> {
    const socket = createSocket('udp4');
    const server = new NameServer(socket, records);
    socket.on('message', (message, { address, port }) => socket.send(server.answer(message), port, address));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return server;
  }

  get port(): number {
    return this.socket.address().port;
  }

  /** As resolvers are told of it. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  stop(): void {
    this.socket.close();
  }

  private answer(message: Buffer): Buffer {
    const { id, questions = [] } = decode(message);
    const [{ name = '', type = 'A' } = {}] = questions;
    this.asked.push(name);
    const known = this.records[name];
    const answers = known?.filter((record) => record.type === type || record.type === 'CNAME') ?? [];
    const flags = AUTHORITATIVE_ANSWER | (known ? 0 : NO_SUCH_NAME);
    return encode({ type: 'response', id, flags, questions, answers } satisfies Packet);
  }
}

/** An address of a name. */
export function a(name: string, data: string): Answer {
  return { type: 'A', name, data };
}

/** A name server of a zone. */
export function ns(name: string, data: string): Answer {
  return { type: 'NS', name, data };
}
