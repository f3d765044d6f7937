import { wireguardKey } from '../../site/fields/wireguard-key.ts';
import type { SiteOutputs } from '../../site/outputs.ts';

/** The gateway's public key in what its console printed: the last one counts. */
export function publicKeyIn(console: string): string | undefined {
  const printed = [...console.matchAll(/armstead-gateway-public-key (\S{44})(?=\s|$)/g)].map(([, key]) => key);
  return printed.filter((key) => wireguardKey.safeParse(key).success).at(-1);
}

/** The hand-over with the gateway's key. */
export function withGatewayKey(outputs: SiteOutputs, publicKey: string): SiteOutputs {
  if (!outputs.gateway) throw new Error('site.outputs.json names no gateway: run pulumi up and npm run hand-over');
  return { ...outputs, gateway: { ...outputs.gateway, publicKey } };
}
