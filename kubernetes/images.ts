/** The parts of the name of an image. */
export interface ImageName {
  /** Host of the registry; absent in a short name. */
  readonly registry: string | undefined;

  /** Everything before tag and digest, registry included. */
  readonly repository: string;

  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `registry.example.org/web/shop:1.4.2` in its parts. */
export function imageName(image: string): ImageName {
  const [name = '', digest] = split(image, image.indexOf('@'));
  const [repository = '', tag] = split(name, name.indexOf(':', name.lastIndexOf('/') + 1));
  const host = repository.includes('/') ? repository.slice(0, repository.indexOf('/')) : '';
  return { registry: /[.:]|^localhost$/.test(host) ? host : undefined, repository, tag, digest };
}

function split(text: string, at: number): [string, string | undefined] {
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The beginning of a commit, alone or behind other words: it stays what it is, whatever the branch before it does. */
const COMMIT = /(^|[^0-9a-z])[0-9a-f]{7,64}$/;

/** Versions of three numbers and dates: what a publisher does not move to another image later. */
const EXACT = [/\d+\.\d+\.\d+/, /^\d{8}/, /\d{4}-\d{2}-\d{2}/];

/** Words that stay while the image behind them changes. */
const FLOATING = /(^|[-.])(latest|edge|nightly|main|master|stable|dev|rolling)([-.]|$)/;

/** Whether a tag is one that never means another image later. */
export function isExactTag(tag: string): boolean {
  return COMMIT.test(tag) || (EXACT.some((form) => form.test(tag)) && !FLOATING.test(tag));
}
