import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../output/index.ts';
import { withLock } from '../../output/tree-lock.ts';
import { aFolder, removeFolders } from './support.ts';

afterAll(removeFolders);

let lock: string;

beforeEach(() => {
  lock = join(aFolder(), 'dist.lock');
});

function ticketFile(name: string): void {
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, name), '');
}

/** A ticket of another process, since so many seconds. */
function aTicket(pid: number, host: string, seconds = 0): string {
  const ticket = `${pid}.0123456789ab.${encodeURIComponent(host)}`;
  ticketFile(ticket);
  const since = Date.now() / 1000 - seconds;
  utimesSync(join(lock, ticket), since, since);
  return ticket;
}

const isTicket = (name: string) => /^\d+\./.test(name);

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  test('is there during the work and gone after it, whether the work succeeds or not', () => {
    expect(withLock(lock, () => readdirSync(lock).length)).toBe(1);
    expect(existsSync(lock)).toBe(false);
    expect(() => withLock(lock, () => raise('work'))).toThrow('work');
    expect(existsSync(lock)).toBe(false);
  });

  test.each([
    ['a dead process', () => aTicket(deadProcess(), hostname())],
    ['an earlier process that had the number of this one', () => aTicket(process.pid, hostname(), 3600)],
    ['another machine, from more than five minutes ago', () => aTicket(1, 'elsewhere', 301)],
    ['nobody, but with a file that is no ticket', () => ticketFile('.DS_Store')],
  ])('of %s is taken over', (_, left) => {
    left();
    expect(withLock(lock, () => readdirSync(lock).filter(isTicket).length, 0)).toBe(1);
    expect(existsSync(lock) ? readdirSync(lock).filter(isTicket) : []).toEqual([]);
  });

  test.each([
    ['a living process', process.ppid, hostname()],
    ['another machine', 1, 'else.where/é'],
  ])('of %s is waited for, then refused with the process and the machine', (_, pid, host) => {
    const ticket = aTicket(pid, host);
    expect(() => withLock(lock, () => raise('work'), 60)).toThrow(
      new Refusal(
        `another synth is writing the same folder: process ${pid} on ${host}; nothing was written\n\n` +
          `  wait until it has ended; if there is no such process, delete ${lock} and start again\n`,
      ),
    );
    expect(readdirSync(lock)).toEqual([ticket]);
  });
});

function raise(message: string): never {
  throw new Error(message);
}
