import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { echo, listen, stop } from './servers.ts';

interface Pod {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
  readonly spec: { readonly containers: readonly Container[] };
  readonly status: { readonly podIP?: string };
}

interface Container {
  readonly lifecycle?: { readonly preStop?: { readonly sleep?: { readonly seconds: number } } };
}

interface Event {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Pod;
}

/** Addresses of the network of pods at which servers wait for a pod that gets one. */
const WAITING = 64;

/**
 * Servers that stand for the pods of a workload, each at the address of its pod.
 *
 * A pod here is ready in the moment in which it gets its address, so a server waits at each address already. When the
 * pod is told to end, its server goes on for the seconds that the pod's own preStop sleeps, and then ends with whatever
 * it was answering, as a process does that does nothing about the signal.
 */
export class PodServers {
  private readonly servers = new Map<string, Server>();
  private readonly ending = new Set<string>();
  private readonly changes: Promise<void>[] = [];
  private watch: ChildProcess | undefined;

  constructor(
    private readonly namespace: string,
    private readonly selector: string,
    private readonly port: number,
  ) {}

  async start(): Promise<void> {
    const addresses = Array.from({ length: WAITING }, (_, index) => `10.244.0.${index + 1}`);
    await Promise.all(addresses.map((address) => this.serve(address)));
    const what = ['get', 'pods', '--namespace', this.namespace, '--selector', this.selector];
    this.watch = spawn('kubectl', [...what, '--watch', '--output-watch-events', '--output', 'jsonpath={}{"\\n"}'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!this.watch.stdout) throw new Error('kubectl has no output');
    createInterface({ input: this.watch.stdout }).on('line', (line) => this.heard(JSON.parse(line) as Event));
  }

  async stop(): Promise<void> {
    if (!this.watch) return;
    const ended = once(this.watch, 'exit');
    this.watch.kill();
    await ended;
    await Promise.all(this.changes);
    await Promise.all([...this.servers.values()].map(stop));
  }

  private heard({ type, object }: Event): void {
    const { metadata, status } = object;
    if (!status.podIP) return;
    if (type === 'DELETED' || metadata.deletionTimestamp) this.changes.push(this.end(object, status.podIP));
    else if (!this.servers.has(status.podIP)) this.changes.push(this.serve(status.podIP));
  }

  private async serve(address: string): Promise<void> {
    this.servers.set(address, await listen(slowly(address), address, this.port));
  }

  private async end({ metadata, spec }: Pod, address: string): Promise<void> {
    const server = this.servers.get(address);
    if (!server || this.ending.has(metadata.name)) return;
    this.ending.add(metadata.name);
    await sleep((spec.containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0) * 1000);
    this.servers.delete(address);
    await stop(server);
  }
}

/** Takes a moment for each answer, so that there is always one under way. */
function slowly(name: string): ReturnType<typeof echo> {
  const answer = echo(name);
  return (request, response) => {
    setTimeout(() => answer(request, response), 20);
  };
}
