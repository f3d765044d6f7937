import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveObject } from '../../cluster/support/objects.ts';
import { eventually } from './eventually.ts';
import { client } from './provider.ts';

/** The part of a Deployment that says how its program runs. */
interface Deployment extends LiveObject {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
}

interface Container {
  readonly args: readonly string[];
  readonly env: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly key: string } };
  }[];
}

/** The Secret that people make by hand. */
const SECRET: Readonly<Record<string, string>> = {
  'client-id': client.id,
  'client-secret': client.secret,
  'cookie-secret': randomBytes(16).toString('hex'),
};

/** The real sign-on, as its Deployment starts it. */
export class RunningSignOn {
  private process: ChildProcess | undefined;
  private folder: string | undefined;
  private log = '';

  /**
   * @param objects the objects of the sign-on's folder
   * @param authority certificate of who signed for the provider
   */
  constructor(
    private readonly objects: readonly object[],
    private readonly authority: string,
  ) {}

  async start(): Promise<void> {
    const program = process.env.OAUTH2_PROXY;
    if (!program)
      throw new Error('OAUTH2_PROXY is not set: name the program oauth2-proxy of the version in versions.ts');
    this.folder ??= mkdtempSync(join(tmpdir(), 'armstead-sign-on-'));
    const trusted = join(this.folder, 'authority.pem');
    writeFileSync(trusted, this.authority);
    const { args, env } = this.container();
    const variables = env.map(({ name, value, valueFrom }) => [
      name,
      value ?? SECRET[valueFrom?.secretKeyRef.key ?? ''],
    ]);
    this.process = spawn(program, args, {
      env: { ...Object.fromEntries(variables), SSL_CERT_FILE: trusted },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString();
      });
    }
    await eventually(
      () => this.ready(),
      (ready) => ready,
    );
  }

  async stop(): Promise<void> {
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
    this.folder = undefined;
    if (!this.process || this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }

  private async ready(): Promise<boolean> {
    if (this.process?.exitCode !== null) throw new Error(`the sign-on has ended: ${this.log}`);
    return (await fetch('http://127.0.0.1:4180/ready')).ok;
  }

  private container(): Container {
    const deployment = this.objects.find((object) => (object as LiveObject).kind === 'Deployment') as Deployment;
    return deployment.spec.template.spec.containers[0] as Container;
  }
}
