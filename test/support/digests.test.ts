import { expect, test } from 'vitest';
import { images } from '../../constructs/versions.ts';
import { withoutDigests } from './digests.ts';
import { aSite, filesOf, manifestsOfSite } from './site.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test('a site without the digests of its images differs from one with them in nothing else', () => {
  const files = filesOf(manifestsOfSite(aSite()));
  const tags = Object.values(images).map(withoutDigests);
  for (const [path, text] of files) {
    const plain = withoutDigests(text);
    const pinned = tags.reduce(
      (pinnedSoFar, tag) => pinnedSoFar.replaceAll(`image: ${tag}\n`, `image: ${tag}@${DIGEST}\n`),
      plain,
    );
    expect(withoutDigests(pinned), path).toBe(plain);
    expect(pinned.length - plain.length, path).toBe(
      (plain.match(/^ *(- )?image: \S+$/gm)?.length ?? 0) * (DIGEST.length + 1),
    );
  }
});

test.each([
  ['an image without a tag', `image: registry.example.org/shop@${DIGEST}`],
  ['what is no image', `digest: ${DIGEST}`],
  ['a digest that is cut off', `image: registry.example.org/shop:1.4.2@${DIGEST.slice(0, -1)}`],
])('%s stays as it is', (_, text) => {
  expect(withoutDigests(text)).toBe(text);
});
