import { kindOf } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The one namespace of the cluster itself in which a site may have objects. */
const SYSTEM = 'kube-system';

const PATH = ['metadata', 'namespace'];

/** It is sure where every object goes. */
export const namespacesExist: Policy = {
  id: 'namespaces-exist',
  title: 'Every object that belongs to a namespace names one that the site makes, and the others name none.',
  why: 'Without a namespace an object goes wherever somebody happens to apply it; in one that nobody makes it is refused.',
  check: eachObject((subject, context) =>
    belongsToNone(subject, context) ? ofTheCluster(subject) : ofANamespace(subject, context),
  ),
};

function ofTheCluster({ object: { kind, metadata } }: Manifest): Problem[] {
  const { namespace } = metadata;
  return namespace === undefined
    ? []
    : [
        {
          path: PATH,
          found: namespace,
          rule: `does not go with a ${kind}, which belongs to no namespace`,
          fix: 'remove it',
        },
      ];
}

function ofANamespace({ object: { metadata } }: Manifest, context: PolicyContext): Problem[] {
  const { namespace } = metadata;
  if (namespace === SYSTEM) return [];
  if (namespace && namespace !== 'default' && context.named('Namespace', undefined, namespace)) return [];
  const fix = `write one of ${names(context).join(', ')}`;
  if (!namespace) return [{ path: PATH, found: '', rule: 'is missing', fix }];
  if (namespace === 'default') return [{ path: PATH, found: namespace, rule: 'is where things land by mistake', fix }];
  return [
    { path: PATH, found: namespace, rule: 'is no namespace of this site', fix: `${fix}, or add it to the namespaces` },
  ];
}

function names(context: PolicyContext): string[] {
  return context.ofKind('Namespace').map(({ object }) => object.metadata.name);
}

/** Kinds that a CustomResourceDefinition of the site brings say it themselves. */
function belongsToNone({ object }: Manifest, context: PolicyContext): boolean {
  const kind = kindOf(object);
  return isClusterScoped(kind) || context.fact(customClusterScoped).has(kind);
}

interface DefinitionFields {
  readonly spec?: { readonly group?: string; readonly scope?: string; readonly names?: { readonly kind?: string } };
}

function customClusterScoped(context: PolicyContext): ReadonlySet<string> {
  const definitions = context.ofKind('CustomResourceDefinition.apiextensions.k8s.io');
  return new Set(
    definitions
      .map(({ object }) => (object as DefinitionFields).spec)
      .filter((spec) => spec?.scope === 'Cluster')
      .map((spec) => `${spec?.names?.kind}.${spec?.group}`),
  );
}
