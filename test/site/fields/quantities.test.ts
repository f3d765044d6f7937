import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { size, sizeText, span, spanText } from '../../../site/fields/quantities.ts';
import { fixOf } from '../support/fix-of.ts';

describe('a size', () => {
  test.each([
    ['5Gi', 5 * 1024],
    ['512Mi', 512],
    ['6144Mi', 6 * 1024],
  ])('%s is %i mebibytes', (text, mebibytes) => {
    expect(size().parse(text)).toEqual({ mebibytes });
  });

  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 * 1024 * 1024 }), (mebibytes) => {
        expect(size().parse(sizeText({ mebibytes }))).toEqual({ mebibytes });
      }),
    );
  });

  test('is written in the form that Kubernetes keeps, whole gibibytes where it can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32_768 }), (gibibytes) => {
        expect(sizeText(size().parse(`${gibibytes * 1024}Mi`))).toBe(`${gibibytes}Gi`);
      }),
    );
  });

  test.each([
    ['5GB', '5Gi'],
    ['5 G', '5Gi'],
    ['5GiB', '5Gi'],
    ['500 mb', '500Mi'],
    ['1.5Gi', '1536Mi'],
    ['2T', '2048Gi'],
  ])('that is meant by %s is %s', (written, meant) => {
    expect(fixOf(size().safeParse(written))).toBe(`write ${meant}`);
  });

  test.each(['0Gi', '-5Gi', 'Gi', '5', '5Ki', 'large', '5Gi, I think'])('is nothing that %s could mean', (text) => {
    expect(fixOf(size().safeParse(text))).toBe('write a whole number and Mi or Gi, such as 5Gi');
  });
});

describe('a span of time', () => {
  test.each([
    ['36h', 36],
    ['90d', 2160],
    ['12w', 2016],
    ['1y', 8760],
  ])('%s is %i hours', (text, hours) => {
    expect(span().parse(text)).toEqual({ hours });
  });

  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 876_000 }), (hours) => {
        expect(span().parse(spanText({ hours }))).toEqual({ hours });
      }),
    );
  });

  test.each([
    ['90 days', '90d'],
    ['3 months', '90d'],
    ['1 Year', '1y'],
    ['12 weeks', '12w'],
    ['24hours', '24h'],
  ])('that is meant by %s is %s', (written, meant) => {
    expect(fixOf(span().safeParse(written))).toBe(`write ${meant}`);
  });

  test.each(['90', '0d', '90m', '1d12h', 'P90D', 'for ever'])('is nothing that %s could mean', (text) => {
    expect(fixOf(span().safeParse(text))).toBe('write a whole number and h, d, w or y, such as 90d');
  });
});
