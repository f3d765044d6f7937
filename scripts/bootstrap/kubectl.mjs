import { spawnSync } from 'node:child_process';

/** A step of the bootstrap that did not work, worded for the person who runs it. */
export class BootstrapError extends Error {}

/** Calls kubectl against one context, and fails with what kubectl itself said. */
export class Kubectl {
  /** @param {string | undefined} context name of a context of the kubeconfig; the current one if undefined */
  constructor(context) {
    this.context = context ? ['--context', context] : [];
  }

  /** What kubectl answers. @param {string[]} words @returns {string} */
  run(...words) {
    const result = this.#call(words);
    if (result.status !== 0) throw new BootstrapError(`kubectl ${words.join(' ')}\n${result.stderr.trim()}`);
    return result.stdout.trim();
  }

  /** Whether kubectl succeeds. @param {string[]} words @returns {boolean} */
  succeeds(...words) {
    return this.#call(words).status === 0;
  }

  /** Applies files or folders as Argo CD will later, so that it finds its own objects. @param {string[]} paths */
  apply(...paths) {
    const files = paths.flatMap((path) => ['--filename', path]);
    this.run('apply', '--server-side', '--force-conflicts', '--field-manager', 'argocd-controller', ...files);
  }

  /** @param {string[]} words */
  #call(words) {
    const result = spawnSync('kubectl', [...this.context, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (result.error) {
      throw new BootstrapError(
        `kubectl cannot be started (${result.error.message}); install it and put it on the PATH`,
      );
    }
    return result;
  }
}
