import type { IResolver, ResolutionContext } from 'cdk8s';

/**
 * The resolvers of cdk8s itself, asked only about objects.
 *
 * cdk8s asks each of its three about each value of each object, and they look for fields of it. Nearly all values are
 * texts, numbers, switches and lists, which none of them ever replaces: not to ask saves a tenth of the whole synth.
 */
export class ForObjects implements IResolver {
  readonly #resolvers: readonly IResolver[];

  constructor(resolvers: readonly IResolver[]) {
    this.#resolvers = resolvers;
  }

  resolve(context: ResolutionContext): void {
    const { value } = context;
    if (typeof value !== 'object' || Array.isArray(value)) return;
    for (const resolver of this.#resolvers) {
      resolver.resolve(context);
      if (context.replaced) return;
    }
  }
}
