import { describe, expect, test } from 'vitest';
import { Exposure, Guard } from '../../../constructs/secure-ingress/index.ts';
import { objects } from '../support/synth.ts';
import { aRoute, short, TRUSTED } from './support.ts';

const guards = {
  none: Guard.none(),
  basic: Guard.basic({ secret: 'photos-users' }),
  'sign-on': Guard.signOn({ groups: ['you:family'] }),
};
const exposures = [Exposure.PUBLIC, Exposure.HOME, Exposure.CLUSTER];
const controllers = ['traefik', 'ingress-nginx'] as const;

const routes = controllers.flatMap((controller) => exposures.map((exposure) => ({ controller, exposure })));

/** What every route tells the controller; the other tests look at it. */
const COMMON = /^(force-ssl-redirect|proxy-)/;

describe('what each guard makes of a route', () => {
  test.each(routes)('with $controller and exposure $exposure', ({ controller, exposure }) => {
    const kinds = (Object.keys(guards) as (keyof typeof guards)[]).filter(
      (guard) => exposure !== Exposure.CLUSTER || guard === 'none',
    );
    expect(kinds.map((guard) => described(guard, controller, exposure)).join('\n')).toMatchSnapshot();
  });
});

function described(guard: keyof typeof guards, controller: (typeof controllers)[number], exposure: Exposure): string {
  const edge = { ...TRUSTED, controller };
  const { chart } = aRoute({ edge, exposure, guard: guards[guard] });
  const ingress = objects(chart).find(({ kind }) => kind === 'Ingress');
  if (!ingress) return `guard ${guard}: no Ingress`;
  const annotations: Record<string, string> = short(ingress.metadata.annotations);
  const lines = Object.entries(annotations).filter(([key]) => !COMMON.test(key));
  return [`guard ${guard}: class ${ingress.spec.ingressClassName}, ${ingress.spec.tls[0].secretName}`]
    .concat(lines.map(([key, value]) => `  ${key}: ${value}`))
    .join('\n');
}
