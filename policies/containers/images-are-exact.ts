import { type ImageName, imageName, isExactTag } from '../../kubernetes/images.ts';
import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** An image is named in full: registry, repository and a version that never means anything else. */
export const imagesAreExact: Policy = {
  id: 'images-are-exact',
  title: 'Every image names its registry and an exact version.',
  why: 'A floating tag runs other code tomorrow than the code that was reviewed, and OKE refuses short names from 1.34 on.',
  check: eachContainer(({ container: { image } }) => {
    const faults = typeof image === 'string' && image !== '' ? faultsOf(image, imageName(image)) : [MISSING];
    return faults.map((fault) => ({ path: ['image'], found: shown(image), ...fault }));
  }),
};

interface Fault {
  readonly rule: string;
  readonly fix: string;
}

const MISSING: Fault = { rule: 'is no image', fix: 'write one such as registry.example.org/shop/web:1.4.2' };

function faultsOf(image: string, name: ImageName): Fault[] {
  const fix = `write the registry before it, such as registry.example.org/${image}`;
  const version = versionFault(image, name);
  return [...(name.registry ? [] : [{ rule: 'names no registry', fix }]), ...(version ? [version] : [])];
}

function versionFault(image: string, { repository, tag, digest }: ImageName): Fault | undefined {
  if (digest !== undefined) {
    return /^sha256:[0-9a-f]{64}$/.test(digest)
      ? undefined
      : { rule: 'has a digest that is not sha256 and 64 hexadecimal digits', fix: 'copy the digest from the registry' };
  }
  if (tag === undefined) return { rule: 'names no version', fix: `write one, such as ${repository}:1.4.2` };
  if (isExactTag(tag)) return undefined;
  return {
    rule: 'has a tag that may move to another image',
    fix: `write all three numbers, such as ${repository}:1.4.2, or add the digest: ${image}@sha256:...`,
  };
}
