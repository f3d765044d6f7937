import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { traefikFlags, traefikValues } from '../../../platform/edge/index.ts';
import { announcingNetworks, loadBalancers } from '../../../site/plan/load-balancers.ts';
import { uploadSeconds } from '../../../site/plan/uploads.ts';
import { aSite } from '../../support/site.ts';
import { ControlGroup } from './control-group.ts';
import { filesFolder } from './traefik-file.ts';

/** Where it listens: an address of this machine at which no other edge is. */
export const CONFINED = { address: '127.0.0.5', http: 8000, https: 8443 } as const;

/** A second Traefik before the same cluster, with the site's own flags, variables, and limits of memory and processors. */
export class ConfinedEdge {
  private readonly group: ControlGroup;
  private readonly process: ChildProcess;
  private log = '';

  /** @param more flags instead of the site's own of the same name */
  constructor(more: readonly string[] = []) {
    const program = process.env.TRAEFIK;
    if (!program) throw new Error('TRAEFIK is not set: name the program traefik of the version in versions.ts');
    const site = aSite();
    const announcing = announcingNetworks(loadBalancers(site));
    const values = traefikValues({ announcing, uploadSeconds: uploadSeconds(site) });
    this.group = new ControlGroup(Number.parseInt(values.resources.limits.memory, 10));
    const flags = instead(traefikFlags(values, filesFolder()), [...ADDRESSES, ...more]);
    this.process = spawn(...this.group.running(program, flags), {
      env: {
        KUBECONFIG: process.env.KUBECONFIG,
        GOMAXPROCS: `${Number.parseInt(values.resources.limits.cpu, 10) / 1000}`,
        ...Object.fromEntries(values.env.map(({ name, value }) => [name, value])),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.log = `${this.log}${chunk}`.slice(-LOG_KEPT);
      });
    }
  }

  /** How it ended, or `runs`. */
  get state(): string {
    const { exitCode, signalCode } = this.process;
    return exitCode === null && signalCode === null ? 'runs' : `ended by ${signalCode ?? exitCode}: ${this.log}`;
  }

  async stop(): Promise<void> {
    if (this.state === 'runs') {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await ended;
    }
    await this.group.remove();
  }
}

/** Characters of its log that are kept for a message. */
const LOG_KEPT = 4000;

const ADDRESSES = [
  `--entrypoints.web.address=${CONFINED.address}:${CONFINED.http}`,
  `--entrypoints.websecure.address=${CONFINED.address}:${CONFINED.https}`,
  `--entrypoints.traefik.address=${CONFINED.address}:8080`,
  // The other edge has 9100 at all addresses.
  `--entrypoints.metrics.address=${CONFINED.address}:9101`,
];

function instead(flags: readonly string[], others: readonly string[]): string[] {
  const name = (flag: string) => flag.slice(0, flag.indexOf('='));
  const replaced = new Set(others.map(name));
  return [...flags.filter((flag) => !replaced.has(name(flag))), ...others];
}
