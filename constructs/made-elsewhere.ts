import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { at, type Rendered, refine } from './refine.ts';

/** Annotation that names what an object refers to and this site does not make. */
const MADE_ELSEWHERE = 'armstead/made-elsewhere';

/**
 * Says what an object needs and somebody else makes, so that policies neither miss it nor forget about it.
 *
 * @param needs `secret/photos-passwords`, made by hand; `pods`, of a Helm chart
 */
export function madeElsewhere(object: ApiObject, ...needs: readonly string[]): void {
  object.metadata.addAnnotation(MADE_ELSEWHERE, needs.join(', '));
}

/** Declares the Secrets that an object needs and that somebody makes by hand: those that the site does not read from a vault. */
export function needsSecrets(construct: IConstruct, names: readonly string[]): void {
  if (names.length === 0) return;
  refine(construct, (rendered) => {
    const read = readFromVault(construct);
    declare(
      rendered,
      names.filter((name) => !read.includes(name)).map((name) => `secret/${name}`),
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
  const declared = annotations[MADE_ELSEWHERE] === undefined ? [] : String(annotations[MADE_ELSEWHERE]).split(', ');
  annotations[MADE_ELSEWHERE] = [...new Set([...declared, ...entries])].sort().join(', ');
}

/** Names of the Secrets that the namespace of a construct has from a vault. */
function readFromVault(construct: IConstruct): string[] {
  const { namespace } = Chart.of(construct);
  return construct.node.root.node
    .findAll()
    .filter((other): other is ApiObject => ApiObject.isApiObject(other) && other.kind === 'ExternalSecret')
    .filter((other) => Chart.of(other).namespace === namespace)
    .map(({ name }) => name);
}
