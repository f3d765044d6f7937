import type { Parsed } from '../../site/index.ts';
import { parseOutputs, type SiteOutputs } from '../../site/outputs.ts';

/**
 * Reads what the stack told. The key of the gateway, which the stack does not know, stays as long as the machine does:
 * a new machine has a new key.
 */
export function handOver(told: unknown, before: SiteOutputs): Parsed<SiteOutputs> {
  const parsed = parseOutputs(told, 'the outputs of the stack');
  if (!parsed.ok || !parsed.value.gateway) return parsed;
  const { gateway } = parsed.value;
  const publicKey = before.gateway?.instance === gateway.instance ? before.gateway.publicKey : undefined;
  return { ok: true, value: { ...parsed.value, gateway: { ...gateway, ...(publicKey && { publicKey }) } } };
}
