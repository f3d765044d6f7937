import type { NamedImage } from './region.ts';

/**
 * The newest image for an ARM node of a Kubernetes version: OKE's own build of Oracle Linux 8.
 *
 * Names look like `Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-1402`.
 */
export function nodeImage(images: readonly NamedImage[], version: string): NamedImage | undefined {
  const form = /^Oracle-Linux-8\.\d+-aarch64-(\d{4}\.\d{2}\.\d{2})-(\d+)-OKE-(\d+\.\d+\.\d+)-(\d+)$/;
  return newest(images, (name) => {
    const [, date, revision, kubernetes, build] = form.exec(name) ?? [];
    return date && kubernetes === version ? [date, Number(build), Number(revision)] : undefined;
  });
}

/** Release of Ubuntu on the gateway: with long-term support, until April 2029. */
export const GATEWAY_UBUNTU = '24.04';

/** The newest image for the gateway: full Ubuntu LTS, not the minimal one, for x86: `Canonical-Ubuntu-24.04-2026.08.31-0`. */
export function gatewayImage(images: readonly NamedImage[]): NamedImage | undefined {
  const form = /^Canonical-Ubuntu-(\d+\.\d+)-(\d{4}\.\d{2}\.\d{2})-(\d+)$/;
  return newest(images, (name) => {
    const [, release, date, revision] = form.exec(name) ?? [];
    return date && release === GATEWAY_UBUNTU ? [date, Number(revision)] : undefined;
  });
}

type Age = readonly (string | number)[];

/** The image whose age, read from its name, is the highest; images without one do not count. */
function newest(images: readonly NamedImage[], age: (name: string) => Age | undefined): NamedImage | undefined {
  const aged = images.flatMap((image) => {
    const found = age(image.name);
    return found ? [{ image, found }] : [];
  });
  aged.sort((one, other) => compare(other.found, one.found));
  return aged[0]?.image;
}

function compare(one: Age, other: Age): number {
  const index = one.findIndex((part, at) => part !== other[at]);
  if (index < 0) return 0;
  return (one[index] as string) < (other[index] as string) ? -1 : 1;
}
