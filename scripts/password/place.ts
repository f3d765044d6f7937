import type { Plan } from '../../site/plan/index.ts';
import type { Wanted } from './arguments.ts';

/** Where the passwords go: into a Secret of the cluster, or into the vault that fills it. */
export type Place =
  | { readonly kind: 'cluster'; readonly secret: string; readonly namespace: string }
  | { readonly kind: 'vault' };

/** The place of a Secret that `platform.ts` names, or that somebody states; a name that is neither is refused. */
export function placeOf({ secret, namespace }: Wanted, { secrets }: Pick<Plan, 'secrets'>): Place {
  if (namespace !== undefined) return { kind: 'cluster', secret, namespace };
  const known = secrets.expected.filter(({ passwords }) => passwords);
  const plan = known.find(({ name }) => name === secret);
  if (!plan) throw new Error(`platform.ts names no passwords '${secret}'; ${advice(known.map(({ name }) => name))}`);
  if (secrets.vault) return { kind: 'vault' };
  return { kind: 'cluster', secret, namespace: plan.namespace };
}

function advice(names: readonly string[]): string {
  const first = names.length > 0 ? `write ${names.join(' or ')}` : "give a service guard: 'basic' and passwords first";
  return `${first}, or --namespace NAMESPACE for a service of your own`;
}
