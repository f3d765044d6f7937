import { METADATA_ADDRESS } from '../../../infra/machine/node/metadata.ts';
import { Machine } from './machine.ts';

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
export function startCloud(): Promise<Machine> {
  return Machine.start('metadata0', ['-e', CLOUD], ['10.0.10.9/24', `${METADATA_ADDRESS}/32`]);
}
