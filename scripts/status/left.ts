import { kindOf } from '../../kubernetes/kinds.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Plan } from '../../site/plan/index.ts';

/** An object of a cluster, as far as it is looked at. */
export interface Found {
  readonly kind: string;

  /** A Secret has one. */
  readonly type?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly ownerReferences?: readonly unknown[];
  };
}

/** What a cluster has: what this project put there and a commit never removes, and every Secret. */
export interface Present {
  readonly namespaces: readonly Found[];
  readonly volumes: readonly Found[];
  readonly claims: readonly Found[];

  /** What Argo CD lets owners change. */
  readonly projects: readonly Found[];
  readonly secrets: readonly Found[];
}

/** Something that nothing in the sources names any more. */
export interface Leftover {
  /** As people say it: `Secret shop-prod/storefront`. */
  readonly what: string;

  /** What else goes with it. */
  readonly holds: readonly string[];

  /** What ends it for good. */
  readonly command: string;
}

/**
 * What a cluster has left over, in the order in which it may go.
 *
 * Of Secrets it looks at those in the namespaces of teams. What another object brings goes with that one, and what a
 * namespace holds goes with it.
 *
 * @param objects everything that the sources give
 */
export function leftovers(
  present: Present,
  plan: Pick<Plan, 'namespaces' | 'secrets'>,
  objects: readonly KubeObject[],
): Leftover[] {
  const stated = new Set([
    ...objects.map(({ kind, metadata }) => placeOf({ kind, metadata })),
    ...secretsNamed(plan, objects),
  ]);
  const isLeft = (one: Found) => !stated.has(placeOf(one));
  const namespaces = present.namespaces.filter(isLeft);
  const going = new Set(namespaces.map(({ metadata }) => metadata.name));
  const ofTeams = new Set(plan.namespaces.filter(({ owner }) => owner.kind === 'team').map(({ name }) => name));
  const own = present.secrets.filter(isOwn);
  const inside = [...present.claims, ...own];
  return [
    ...own
      .filter(({ metadata }) => ofTeams.has(metadata.namespace ?? ''))
      .filter(isLeft)
      .map(leftover),
    ...present.claims
      .filter(({ metadata }) => !going.has(metadata.namespace ?? ''))
      .filter(isLeft)
      .map(leftover),
    ...namespaces.map((one) => ({
      ...leftover(one),
      holds: inside.filter(({ metadata }) => metadata.namespace === one.metadata.name).map(named),
    })),
    ...present.volumes.filter(isLeft).map(leftover),
    ...present.projects.filter(isLeft).map(leftover),
  ];
}

/** Whether a Secret is there for itself; others go with what made them. */
function isOwn({ type, metadata: { ownerReferences = [] } }: Found): boolean {
  return ownerReferences.length === 0 && type !== 'kubernetes.io/service-account-token';
}

/** Places of the Secrets that people or a vault bring, and of those in which certificates are put. */
function secretsNamed({ secrets }: Pick<Plan, 'secrets'>, objects: readonly KubeObject[]): string[] {
  const certificates = objects
    .filter((object) => kindOf(object) === 'Certificate.cert-manager.io')
    .map(({ metadata: { namespace }, spec }) => ({ namespace, name: (spec as { secretName: string }).secretName }));
  return [...secrets.expected, ...certificates].map(({ namespace, name }) =>
    placeOf({ kind: 'Secret', metadata: { namespace, name } }),
  );
}

function leftover(one: Found): Leftover {
  const { kind, metadata } = one;
  const inNamespace = metadata.namespace === undefined ? '' : ` --namespace ${metadata.namespace}`;
  return {
    what: named(one),
    holds: [],
    command: `kubectl delete ${kind.toLowerCase()} ${metadata.name}${inNamespace}`,
  };
}

function named({ kind, metadata: { name, namespace } }: Found): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

function placeOf({ kind, metadata: { name, namespace = '' } }: Pick<Found, 'kind' | 'metadata'>): string {
  return `${kind} ${namespace}/${name}`;
}

/** A list for people; it says so where there is nothing. */
export function leftText(found: readonly Leftover[]): string {
  if (found.length === 0) return 'nothing is left over\n';
  const entries = found.map(({ what, holds, command }) => {
    const contents = holds.length > 0 ? [`    with ${holds.join(', ')}`] : [];
    return [what, ...contents, `    ${command}`, ''].join('\n');
  });
  return `${entries.join('\n')}\n${CARE}`;
}

const CARE = `Nothing in platform.ts and teams/ names these any more. A deletion cannot be undone: look first at what they hold.
Data on the disk of a node stays in its directory; docs/gitops.md tells how to remove it.
`;
