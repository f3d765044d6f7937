import { describe, expect, test } from 'vitest';
import { placeholders, type SiteOutputs } from '../../../site/outputs.ts';
import { publicKeyIn, withGatewayKey } from '../../hand-over/gateway-key.ts';
import { handOver } from '../../hand-over/hand-over.ts';

const KEY = 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=';
const gateway = {
  instance: 'ocid1.instance.oc1.eu-frankfurt-1.aaaaone',
  publicAddress: '203.0.113.20',
  privateAddress: '10.0.0.10',
};
const told: SiteOutputs = { ...placeholders, gateway };

describe('the hand-over', () => {
  test('keeps the key of a gateway that is still the same machine', () => {
    const before = withGatewayKey(told, KEY);
    expect(handOver(told, before)).toEqual({ ok: true, value: { ...told, gateway: { ...gateway, publicKey: KEY } } });
  });

  test('forgets the key when the machine is another', () => {
    const before = withGatewayKey({ ...told, gateway: { ...gateway, instance: `${gateway.instance}old` } }, KEY);
    expect(handOver(told, before)).toEqual({ ok: true, value: told });
  });

  test('refuses what the stack did not tell whole', () => {
    expect(handOver({}, placeholders)).toMatchObject({ ok: false });
  });
});

describe("the gateway's key on the console", () => {
  test('is found among everything that a machine prints while it starts', () => {
    const console = [
      '[   12.3] cloud-init[801]: Setting up wireguard-tools',
      'armstead-gateway-public-key HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw=\r',
      '[   99.0] reboot: Restarting system',
      `armstead-gateway-public-key ${KEY}\r`,
      'Ubuntu 24.04 LTS gateway ttyS0',
    ].join('\n');
    expect(publicKeyIn(console)).toBe(KEY);
  });

  test.each(['', 'armstead-gateway-public-key', 'armstead-gateway-public-key TrMvSoP4jYQlY6RIzB'])(
    'is not read from %j',
    (console) => {
      expect(publicKeyIn(console)).toBeUndefined();
    },
  );
});
