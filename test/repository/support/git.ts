import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyProject, linkPackages } from '../../support/example-project.ts';

/** Nobody's own settings of git or of the cdk8s command, and no editor that waits for somebody. */
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  GIT_EDITOR: 'true',
  CDK8S_CHECK_UPGRADE: 'false',
};

/** Two repositories in a folder of their own: the project, and a site that was made from it as the README says. */
export class ProjectAndSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'armstead-update-'));
  readonly project = new WorkTree(join(this.#folder, 'project'));
  readonly site = new WorkTree(join(this.#folder, 'site'));

  /** @param contents of the project, by path; of this project, with the example for its site */
  constructor(contents: Readonly<Record<string, string>> | 'this project') {
    mkdirSync(this.project.path);
    if (contents === 'this project') {
      copyProject(this.project.path);
      linkPackages(this.project.path);
      this.project.succeed('node scripts/synth.cjs');
    } else {
      for (const [file, text] of Object.entries(contents)) this.project.write(file, text);
    }
    this.project.git('init', '--quiet', '--initial-branch=main');
    this.project.commit('Begin');
    this.#cloneInto(this.site);
  }

  /** One more site beside the first. */
  clone(name: string): WorkTree {
    const site = new WorkTree(join(this.#folder, name));
    this.#cloneInto(site);
    return site;
  }

  #cloneInto(site: WorkTree): void {
    site.cloneFrom(this.project);
    site.git('remote', 'rename', 'origin', 'upstream');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A repository with its files. */
export class WorkTree {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  git(...words: string[]): string {
    return execFileSync('git', words, { cwd: this.path, env: environment, encoding: 'utf8' }).trim();
  }

  cloneFrom({ path }: WorkTree): void {
    execFileSync('git', ['clone', '--quiet', path, this.path], { env: environment });
  }

  /** Runs a command line as somebody would type it. */
  run(line: string): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', line], {
      cwd: this.path,
      env: environment,
      encoding: 'utf8',
      // With a socket as its input, bash takes itself for a remote shell and reads the start-up files of the machine.
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status, output: stdout + stderr };
  }

  /** Runs a command line that only prepares a test. */
  succeed(line: string): void {
    const { status, output } = this.run(line);
    if (status !== 0) throw new Error(`${line}: ${output}`);
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(join(this.path, file));
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  /** Changes a text that must be there. */
  replace(file: string, old: string | RegExp, young: string): void {
    const text = this.read(file);
    const changed = text.replace(old, young);
    if (changed === text) throw new Error(`${file} has no ${old}`);
    this.write(file, changed);
  }

  delete(file: string): void {
    rmSync(join(this.path, file));
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }
}
