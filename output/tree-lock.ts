import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Refusal } from './refusal.ts';

/** How long a synth waits for another one, in milliseconds; writing takes a second or two at most. */
const PATIENCE = 30_000;

/** After this many milliseconds a ticket of another machine, whose processes cannot be asked, is taken for abandoned. */
const FORGOTTEN = 5 * 60_000;

/**
 * Does some work while no other process does work under the same lock.
 *
 * The lock is a folder of tickets, a file for each process that wants it. A process puts its ticket in, then looks
 * whether another live one is there; if so it takes its own back and tries again a moment later. Of two processes at
 * least one sees the other, so never do both go on. A ticket of a dead process is thrown away, which harms nobody: its
 * name is never used again.
 */
export function withLock<T>(folder: string, work: () => T, patience = PATIENCE): T {
  const ticket = `${process.pid}.${randomBytes(6).toString('hex')}.${encodeURIComponent(hostname())}`;
  const deadline = Date.now() + patience;
  try {
    for (let holder = tryTicket(folder, ticket); holder !== undefined; holder = tryTicket(folder, ticket)) {
      if (Date.now() > deadline) throw new Refusal(heldText(folder, holder));
      sleep(10 + Math.random() * 40);
    }
    return work();
  } finally {
    handBack(folder, ticket);
  }
}

/** Puts the ticket into the folder, and takes it back where another one is there: that one is returned. */
function tryTicket(folder: string, ticket: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, ticket), '', { flag: 'wx' });
  } catch (error) {
    // The last one out has just removed the folder.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return tryTicket(folder, ticket);
    throw error;
  }
  const others = readdirSync(folder).filter((name) => name !== ticket && TICKET.test(name));
  const holder = others.find((other) => !isAbandoned(folder, other));
  if (holder !== undefined) rmSync(join(folder, ticket));
  return holder;
}

/** Tickets of this process that it no longer uses; their files are usually gone. */
const returned = new Set<string>();

function handBack(folder: string, ticket: string): void {
  returned.add(ticket);
  try {
    rmSync(join(folder, ticket), { force: true });
    rmdirSync(folder);
  } catch {
    // Another process waits, or has just removed the folder. Failing that, the next writer throws the ticket away.
  }
}

function isAbandoned(folder: string, ticket: string): boolean {
  const path = join(folder, ticket);
  const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return true;
  const { pid, host } = owner(ticket);
  if (!returned.has(ticket) && isRunning(pid, host, since)) return false;
  rmSync(path, { force: true });
  return true;
}

function isRunning(pid: number, host: string, since: number): boolean {
  if (host !== hostname()) return Date.now() - since < FORGOTTEN;
  // A container gives the same number to the next run of a command.
  if (pid === process.pid) return since >= performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Number of the process, something that makes it unique, and the machine. */
const TICKET = /^(\d+)\.[0-9a-f]{12}\.(.+)$/;

function owner(ticket: string): { pid: number; host: string } {
  const [, pid, host = ''] = TICKET.exec(ticket) ?? [];
  return { pid: Number(pid), host: decodeURIComponent(host) };
}

function heldText(folder: string, holder: string): string {
  const { pid, host } = owner(holder);
  return (
    `another synth is writing the same folder: process ${pid} on ${host}; nothing was written\n\n` +
    `  wait until it has ended; if there is no such process, delete ${folder} and start again\n`
  );
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
