import { Address4 } from 'ip-address';
import { check } from './breach.ts';
import { text } from './text.ts';

/** An IPv4 address and a TCP port. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** An address with its port, `192.168.4.20:2283`, read into its two parts. */
export function endpoint(example: string) {
  return text(
    'an address with its port',
    example,
    {
      id: 'endpoint',
      breach: (value) =>
        FORM.test(value) && Address4.isValid(value.split(':')[0] as string)
          ? undefined
          : { rule: 'is not an IPv4 address with a port', fix: fixFor(value, example) },
    },
    check('port', (value) => inRange(endpointOf(value).port), {
      rule: 'has a port that is not from 1 to 65535',
      fix: 'write the port on which it listens, from 1 to 65535',
    }),
  ).transform(endpointOf);
}

const FORM = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}:\d+$/;

function endpointOf(value: string): Endpoint {
  const [address, port] = value.split(':') as [string, string];
  return { address, port: Number(port) };
}

function inRange(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

/** What a URL, a name or an address without port most likely stands for. */
function fixFor(value: string, example: string): string {
  const [, scheme, host, port] = /^(?:(https?):\/\/)?([^/:]+)(?::(\d+))?\/?$/.exec(value) ?? [];
  if (!host || !Address4.isValid(host)) {
    return `write the address, not a name, since the cluster does not ask the DNS at home: ${example}`;
  }
  return `write ${host}:${port ?? (scheme === 'https' ? '443' : '80')}${scheme ? ` and protocol: '${scheme}'` : ''}`;
}
