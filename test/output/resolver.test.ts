import { ApiObject, App, Chart, type IResolver, Lazy, type ResolutionContext, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SiteApp } from '../../output/index.ts';
import { ForObjects } from '../../output/resolver.ts';

/** What cdk8s tells a resolver of a value. */
function contextOf(value: unknown) {
  const replacements: unknown[] = [];
  const context = {
    value,
    replaced: false,
    replaceValue(other: unknown) {
      replacements.push(other);
      context.replaced = true;
    },
  };
  return { context: context as unknown as ResolutionContext, replacements };
}

test('cdk8s has three resolvers of its own, which replace no text, number, switch or list', () => {
  const { resolvers } = new App();
  expect(resolvers.map((resolver) => resolver.constructor.name)).toEqual([
    'LazyResolver',
    'ImplicitTokenResolver',
    'NumberStringUnionResolver',
  ]);
  const plain = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.anything()));
  fc.assert(
    fc.property(plain, (value) => {
      const { context, replacements } = contextOf(value);
      for (const resolver of resolvers) resolver.resolve(context);
      expect(replacements).toEqual([]);
    }),
  );
});

test('a SiteApp asks them about objects, after those that it was given about everything', () => {
  const shout: IResolver = {
    resolve: (context) => {
      if (context.value === 'quiet') context.replaceValue('LOUD');
    },
  };
  const app = new SiteApp({ resolvers: [shout] });
  expect(app.resolvers).toEqual([shout, expect.any(ForObjects)]);
  const chart = new Chart(app, 'shop');
  new ApiObject(chart, 'Object', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: {
      custom: 'quiet',
      lazy: Lazy.any({ produce: () => 'quiet' }),
      union: k8s.IntOrString.fromNumber(1),
      token: { resolve: () => ['quiet'] },
    },
  });
  expect(Testing.synth(chart)[0].data).toEqual({ custom: 'LOUD', lazy: 'LOUD', union: { value: 1 }, token: ['LOUD'] });
});
