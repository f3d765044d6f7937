import { type ChildProcess, spawn } from 'node:child_process';
import type { Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startHome } from './home.ts';
import { startReceiver } from './receiver.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address at which the API server answers without being asked who one is. */
    readonly api: string;
  }
}

/** What runs beside the node as long as there are tests: home, a receiver of alerts, and a way to the API server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const receiver = await startReceiver();
  const stopHome = await startHome();
  const { proxy, address } = await startProxy();
  project.provide('api', address);
  return async () => {
    proxy.kill();
    stopHome();
    await stopped(receiver);
  };
}

async function startProxy(): Promise<{ readonly proxy: ChildProcess; readonly address: string }> {
  const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve, reject) => {
    proxy.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    proxy.once('exit', () => reject(new Error('kubectl proxy ended at once')));
  });
  return { proxy, address: `http://${/127\.0\.0\.1:\d+/.exec(said)?.[0]}` };
}

function stopped(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
