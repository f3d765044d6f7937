/** Where an image comes from, taken apart. */
export interface Image {
  /** Host that the pin names: `docker.io`. */
  readonly registry: string;

  /** Name inside the registry: `library/busybox`. */
  readonly repository: string;

  /** Tag, or the digest where the pin has one. */
  readonly reference: string;
}

const PIN = /^(?<registry>[^/]+\.[^/]+)\/(?<repository>[^:@]+):(?<tag>[^@]+)(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Takes a pin such as `docker.io/library/busybox:1.37.0` apart. */
export function imageOf(pin: string): Image {
  const { registry, repository, tag, digest } = PIN.exec(pin)?.groups ?? {};
  if (!registry || !repository || !tag) throw new Error(`${pin} is not an image with its registry and an exact tag`);
  return { registry, repository, reference: digest ?? tag };
}
