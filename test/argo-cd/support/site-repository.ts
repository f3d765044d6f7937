import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real git repository that Argo CD follows, with a work tree to commit from. */
export class SiteRepository {
  readonly #folder: string;
  readonly #tree: string;
  readonly #bare: string;

  /**
   * @param folder where it lies; one that is there already is used as it is
   */
  constructor(folder = mkdtempSync(join(tmpdir(), 'armstead-argo-cd-'))) {
    this.#folder = folder;
    this.#tree = join(folder, 'tree');
    this.#bare = join(folder, 'site.git');
    if (existsSync(this.#tree)) return;
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.#bare]);
    execFileSync('git', ['clone', '--quiet', this.#bare, this.#tree], { stdio: 'ignore' });
    this.#git('checkout', '--quiet', '-B', 'main');
    this.#git('config', 'user.name', 'test');
    this.#git('config', 'user.email', 'test@example.org');
  }

  /** Address under which Argo CD finds it. */
  get url(): string {
    return `file://${this.#bare}`;
  }

  /** Where it lies, for who serves it. */
  get bare(): string {
    return this.#bare;
  }

  /** The work tree's `dist/`, as somebody has it on a laptop. */
  get dist(): string {
    return join(this.#tree, 'dist');
  }

  /** Makes `dist/` equal to these files and pushes it; answers the commit. */
  publish(files: ReadonlyMap<string, string>): string {
    rmSync(this.dist, { recursive: true, force: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(this.dist, path)), { recursive: true });
      writeFileSync(join(this.dist, path), text);
    }
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '--allow-empty', '--message', 'Change the site');
    return this.#push();
  }

  /** Takes the last commit back, as one does after a bad one; answers the commit that does it. */
  revert(): string {
    this.#git('revert', '--no-edit', 'HEAD');
    return this.#push();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #push(): string {
    this.#git('push', '--quiet', 'origin', 'main');
    return this.#git('rev-parse', 'HEAD').trim();
  }

  #git(...words: string[]): string {
    return execFileSync('git', words, { cwd: this.#tree, encoding: 'utf8' });
  }
}
