import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ANNOTATION } from '../kubernetes/annotations.ts';
import { entriesIn, entriesText } from '../kubernetes/external.ts';
import { at, type Rendered, refine } from './refine.ts';

/**
 * Says what an object needs and somebody else makes, so that policies neither miss it nor forget about it.
 *
 * @param needs `secret/photos-passwords`, made by hand; `pods`, of a Helm chart
 */
export function declareExternal(object: ApiObject, ...needs: readonly string[]): void {
  object.metadata.addAnnotation(ANNOTATION.external, entriesText(needs));
}

/** Declares the Secrets that an object needs and that somebody makes by hand: those that the site does not read from a vault. */
export function needsSecrets(construct: IConstruct, names: readonly string[]): void {
  if (names.length === 0) return;
  refine(construct, (rendered) => {
    const read = readFromVault(construct);
    declare(
      rendered,
      names.filter((name) => !read.has(name)).map((name) => `secret/${name}`),
    );
  });
}

/** Declares the Services that an object needs and that a Helm chart makes in its namespace. */
export function needsServices(construct: IConstruct, names: readonly string[]): void {
  if (names.length === 0) return;
  refine(construct, (rendered) =>
    declare(
      rendered,
      names.map((name) => `service/${name}`),
    ),
  );
}

/** Adds to what an object declares already. */
function declare(rendered: Rendered, entries: readonly string[]): void {
  if (entries.length === 0) return;
  const annotations = at(rendered, 'metadata', 'annotations');
  const declared = annotations[ANNOTATION.external];
  const all = [...(declared === undefined ? [] : entriesIn(declared)), ...entries];
  annotations[ANNOTATION.external] = entriesText([...new Set(all)].sort());
}

/** Names of the Secrets that come from a vault, by the app and the namespace: a search through the tree for each Secret is quadratic. */
const fromVault = new WeakMap<IConstruct, Map<string | undefined, Set<string>>>();

/** Says that an object brings the Secret of its name into its namespace, so that nobody has to make it by hand. */
export function comesFromVault(object: ApiObject): void {
  const { root } = object.node;
  const { namespace } = Chart.of(object);
  const byNamespace = fromVault.get(root) ?? new Map<string | undefined, Set<string>>();
  fromVault.set(root, byNamespace.set(namespace, (byNamespace.get(namespace) ?? new Set()).add(object.name)));
}

/** Names of the Secrets that the namespace of a construct has from a vault. */
function readFromVault(construct: IConstruct): ReadonlySet<string> {
  return fromVault.get(construct.node.root)?.get(Chart.of(construct).namespace) ?? new Set();
}
