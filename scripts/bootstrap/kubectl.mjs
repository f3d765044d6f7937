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

  /** An object of the cluster, if it is there. @param {string[]} words kind, name and the like */
  found(...words) {
    const answer = this.run('get', ...words, '--ignore-not-found', '--output=json');
    return answer === '' ? undefined : JSON.parse(answer);
  }

  /** Applies an object that no file holds, and that must not be seen in the list of processes. @param {object} object */
  applyObject(object) {
    const words = [
      'apply',
      '--server-side',
      '--force-conflicts',
      '--field-manager',
      'armstead-bootstrap',
      '--filename',
      '-',
    ];
    const result = this.#call(words, JSON.stringify(object));
    if (result.status !== 0) throw new BootstrapError(`kubectl ${words.join(' ')}\n${result.stderr.trim()}`);
  }

  /** @param {string[]} words @param {string} [input] */
  #call(words, input) {
    const result = spawnSync('kubectl', [...this.context, ...words], {
      encoding: 'utf8',
      ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
    });
    if (result.error) {
      throw new BootstrapError(
        `kubectl cannot be started (${result.error.message}); install it and put it on the PATH`,
      );
    }
    return result;
  }
}
