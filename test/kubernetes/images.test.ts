import { expect, test } from 'vitest';
import { imageName } from '../../kubernetes/images.ts';

test.each([
  ['busybox', undefined, 'busybox', undefined, undefined],
  ['library/busybox:1.37.0', undefined, 'library/busybox', '1.37.0', undefined],
  ['registry.example.org/a/b:1.0.0', 'registry.example.org', 'registry.example.org/a/b', '1.0.0', undefined],
  ['localhost/a', 'localhost', 'localhost/a', undefined, undefined],
  ['registry:5000/a:1.0.0@sha256:ab', 'registry:5000', 'registry:5000/a', '1.0.0', 'sha256:ab'],
  ['registry:5000/a', 'registry:5000', 'registry:5000/a', undefined, undefined],
])('%s in its parts', (image, registry, repository, tag, digest) => {
  expect(imageName(image)).toEqual({ registry, repository, tag, digest });
});
