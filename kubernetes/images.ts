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
