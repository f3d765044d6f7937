import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Share, sharesOf } from '../../../site/plan/shares.ts';

const LEFT = { millicores: 1194, memoryMebibytes: 7732, memoryLimitMebibytes: 5000, pods: 85 };

function share(environment: string, percent: number, amounts: readonly [number, number, number, number]): Share {
  const [millicores, memoryMebibytes, memoryLimitMebibytes, pods] = amounts;
  return { environment, percent, millicores, memoryMebibytes, memoryLimitMebibytes, pods };
}

describe('what is left of the nodes', () => {
  test('belongs to a single environment whole', () => {
    expect(sharesOf(LEFT, { prod: {} })).toEqual([share('prod', 100, [1194, 7732, 5000, 85])]);
  });

  test('is shared out as the environments state, and evenly where they state nothing', () => {
    expect(sharesOf(LEFT, { prod: { share: 60 }, staging: {}, ci: {} })).toEqual([
      share('prod', 60, [716, 4639, 3000, 51]),
      share('staging', 20, [238, 1546, 1000, 17]),
      share('ci', 20, [238, 1546, 1000, 17]),
    ]);
  });

  test('is nothing where the platform takes more than there is', () => {
    expect(sharesOf({ ...LEFT, millicores: -100 }, { prod: {} })[0]?.millicores).toBe(0);
  });

  test('is never promised twice, whatever environments state', () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    const left = fc.record({ millicores: amount, memoryMebibytes: amount, memoryLimitMebibytes: amount, pods: amount });
    const stated = fc.array(fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(left, stated, (whole, shares) => {
        const environments = Object.fromEntries(shares.map((one, index) => [`e${index}`, one ? { share: one } : {}]));
        const parts = sharesOf(whole, environments);
        for (const key of ['millicores', 'memoryMebibytes', 'memoryLimitMebibytes', 'pods'] as const) {
          const sum = parts.reduce((total, part) => total + part[key], 0);
          expect(sum).toBeLessThanOrEqual(whole[key]);
        }
      }),
    );
  });
});
