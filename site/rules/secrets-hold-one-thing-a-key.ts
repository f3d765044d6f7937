import { shown } from '../fields/shown.ts';
import type { SecretUse } from '../plan/secret-need.ts';
import { secretUses } from '../plan/secrets.ts';
import type { Path } from '../problem.ts';
import { backendOf } from '../secret-backends/index.ts';
import { placeText } from '../sources.ts';
import type { Conflict, Rule } from './rule.ts';

/**
 * Uses that share a Secret want different keys of it.
 *
 * In the vault two Secrets of one name are one, whatever their namespaces.
 */
export const secretsHoldOneThingAKey: Rule = {
  id: 'secrets-hold-one-thing-a-key',
  conflicts: (site) => {
    const { namesDifferIn } = backendOf(site.secrets);
    const byPlace = new Map<string, SecretUse[]>();
    return secretUses(site).flatMap((use) => {
      const place = namesDifferIn === 'site' ? use.name : `${use.namespace}/${use.name}`;
      const others = byPlace.get(place) ?? [];
      byPlace.set(place, others);
      const earlier = others.find((other) => sharedKey(use, other));
      others.push(use);
      return earlier ? conflict(use, earlier) : [];
    });
  },
};

function sharedKey({ keys }: SecretUse, other: SecretUse): string | undefined {
  return Object.keys(keys).find((key) => Object.hasOwn(other.keys, key));
}

/** At least one of the two is named by a field: the platform's own differ. */
function conflict(use: SecretUse, earlier: SecretUse): Conflict[] {
  const [path, with_] = use.field ? [use.field, earlier.field] : [earlier.field as Path, undefined];
  const other = with_ ? placeText(with_) : 'Grafana';
  return [
    {
      path,
      ...(with_ && { with: [with_] }),
      found: shown(use.name),
      rule: `is the Secret of ${other} too, and both look for its key ${sharedKey(use, earlier)}`,
      fix: 'write the name of another Secret',
    },
  ];
}
