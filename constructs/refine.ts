import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** A rendered object or a part of one. */
export interface Rendered {
  [field: string]: unknown;
}

/**
 * Changes an object after cdk8s-plus has rendered it.
 *
 * This is the one way to what cdk8s-plus-27 lacks. A JSON patch would not do: the classes behind it filter what a patch
 * adds through the types of Kubernetes 1.27, so that newer fields vanish.
 *
 * @param change changes the rendered object in place
 */
export function refine(construct: IConstruct, change: (rendered: Rendered) => void): void {
  const object = ApiObject.of(construct);
  const render = object.toJson.bind(object);
  object.toJson = () => {
    const rendered = render();
    change(rendered);
    return rendered;
  };
}

/** The object at a path of fields, made where it is missing. */
export function at(rendered: Rendered, ...path: readonly string[]): Rendered {
  return path.reduce((holder, field) => {
    holder[field] ??= {};
    return holder[field] as Rendered;
  }, rendered);
}
