/**
 * A text without the digests of its images, for nodes that have images under their tags alone: those of the tests are
 * packed there and then, so that no digest of a registry fits them.
 */
export function withoutDigests(text: string): string {
  return text.replace(DIGEST, '');
}

/** A digest behind the tag of an image. */
const DIGEST = /(?<=:[\w.-]+)@sha256:[0-9a-f]{64}\b/g;
