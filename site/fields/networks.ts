import { Address4 } from 'ip-address';
import { z } from 'zod';
import { text } from './text.ts';

/** An IPv4 network in CIDR notation without host bits, such as `10.0.0.0/16`. */
export function network(example: string) {
  return text(`a network such as ${example}`, (value) => {
    if (!/^[\d.]+\/\d+$/.test(value) || !Address4.isValid(value)) {
      return { rule: 'is not an IPv4 network in CIDR notation', fix: `write a network such as ${example}` };
    }
    const start = `${new Address4(value).startAddress().correctForm()}/${value.split('/')[1]}`;
    return start === value ? undefined : { rule: 'has host bits set', fix: `write ${start}` };
  });
}

/** A single IPv4 address. */
export function address(example: string) {
  return text(`an IPv4 address such as ${example}`, (value) =>
    /^[\d.]+$/.test(value) && Address4.isValid(value)
      ? undefined
      : { rule: 'is not an IPv4 address', fix: `write an address such as ${example}` },
  );
}

/** A WireGuard public key: 32 bytes as base64, which is 43 characters and one `=`. */
export const wireguardKey = text('the public key that `wg pubkey` printed', (value) => {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === value
    ? undefined
    : {
        rule: 'is not a WireGuard key (32 bytes as base64: 43 characters and one =)',
        fix: 'write the public key that `wg pubkey` printed',
      };
});

/** A TCP or UDP port. */
export const port = z.int({ error: portMessage }).min(1, { error: portMessage }).max(65535, { error: portMessage });

function portMessage(): string {
  return 'write a port from 1 to 65535';
}
