import { describe, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Site, SiteInput } from '../../site/index.ts';
import type { siteSchema } from '../../site/site.ts';

/** A type all of whose fields, at every depth, cannot be assigned to. */
type Fixed<T> = T extends object ? { readonly [Key in keyof T]: Fixed<T[Key]> } : T;

// These hold or fail when the types are checked, not when the tests run.
describe('what the editor lets one write in platform.ts', () => {
  test('is exactly what the schema reads, field by field', () => {
    expectTypeOf<Fixed<SiteInput>>().toEqualTypeOf<Fixed<z.input<typeof siteSchema>>>();
  });

  test('can never be changed by the one who reads it', () => {
    expectTypeOf<SiteInput>().toEqualTypeOf<Fixed<SiteInput>>();
  });
});

test('a parsed site has a value for everything that has a default', () => {
  expectTypeOf<Site['cloud']['network']>().toEqualTypeOf<string>();
  expectTypeOf<Site['monitoring']['retention']>().toEqualTypeOf<{ readonly hours: number }>();
  expectTypeOf<undefined>().toExtend<Site['home']>();
});
