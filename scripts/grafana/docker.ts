import type { Container } from './container.ts';

/** What is decided where it runs. */
export interface Place {
  readonly name: string;

  /** Network in which it finds its data sources by their names. */
  readonly network: string;

  /** Port of this machine at which it answers. */
  readonly port: number;

  /** Folder of this machine with its files. */
  readonly files: string;

  /** Values by the keys of Secrets. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * The words of `docker run` that give a container what Kubernetes would give it, and no more.
 *
 * Scratch directories lie in memory here, so they are added to what it may use.
 */
export function dockerArguments(container: Container, { name, network, port, files, secrets }: Place): string[] {
  const { image, user, readOnly, memoryMebibytes, settings, directory, data, scratch } = container;
  const memory = Object.values(scratch).reduce((sum, size) => sum + size, memoryMebibytes);
  const secret = Object.entries(container.secrets).map(([setting, key]) => [setting, secrets[key] ?? `unused-${key}`]);
  return [
    ...['run', '--detach', '--name', name, '--network', network],
    ...['--publish', `127.0.0.1:${port}:${settings.GF_SERVER_HTTP_PORT ?? '3000'}`],
    ...['--user', user, '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...(readOnly ? ['--read-only'] : []),
    ...['--memory', `${memory}m`, '--memory-swap', `${memory}m`],
    ...['--volume', `${files}:${directory}:ro`, '--volume', `${name}:${data}`],
    ...Object.entries(scratch).flatMap(([path, size]) => ['--tmpfs', `${path}:size=${size}m,mode=1777`]),
    ...[...Object.entries(settings), ...secret].flatMap(([setting, value]) => ['--env', `${setting}=${value}`]),
    image,
  ];
}
