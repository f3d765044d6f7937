import type { Site } from '../../site.ts';

type Registries = Pick<Site, 'registries'>;

/** The whole reference of an image: a digest stands behind an `@`, a tag behind a colon. */
export function imageOf(repository: string, version: string): string {
  return version.startsWith('sha256:') ? `${repository}@${version}` : `${repository}:${version}`;
}

/** The Secret with which an image is pulled: that of the registry which names most of its address. */
export function pullSecretOf({ registries = {} }: Registries, repository: string): string | undefined {
  const holding = Object.values(registries).filter(({ server }) => repository.startsWith(`${server}/`));
  return holding.sort((one, other) => other.server.length - one.server.length)[0]?.secret;
}
