import { expect, test } from 'vitest';
import type { SiteInput } from '../../../site/index.ts';
import { uploadSeconds } from '../../../site/plan/uploads.ts';
import platform from '../../fixtures/example.ts';
import { aSite } from '../../support/site.ts';

type HomeInput = NonNullable<SiteInput['home']>;

const uploading = (...sizes: readonly (string | undefined)[]) =>
  aSite({
    home: {
      ...(platform.home as HomeInput),
      services: Object.fromEntries(
        sizes.map((largestUpload, index) => [
          `service${index}`,
          {
            address: `192.168.4.${20 + index}:80`,
            exposure: 'home',
            guard: 'none',
            ...(largestUpload && { largestUpload }),
          } as const,
        ]),
      ),
    },
  });

test('a site without services at home gives clients a minute for a request', () => {
  expect(uploadSeconds({})).toBe(60);
  expect(uploadSeconds(uploading())).toBe(60);
});

test.each([
  ['1Mi', 60],
  ['16Mi', 68],
  ['100Mi', 420],
  ['2Gi', 1800],
])('the largest upload of %s passes over 2 Mbps within %i seconds, at most half an hour', (size, seconds) => {
  expect(uploadSeconds(uploading('1Mi', size))).toBe(seconds);
});

test('a service that takes any size gives clients half an hour', () => {
  expect(uploadSeconds(uploading('1Mi', undefined))).toBe(1800);
});
