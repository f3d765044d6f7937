import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What all sides are asked to make. */
export interface Workload {
  /** What it is, for the head of the report. */
  readonly title: string;

  /** Source of a TypeScript module that exports `build(app, count?)`, which adds the charts to an app of cdk8s: all, or so many. */
  readonly source: string;

  /** Whether this project makes the same objects by itself. */
  readonly own: boolean;

  /** Whether there are so many hosts that a warm-up pays. */
  readonly manyHosts: boolean;
}

/** One way to do it: a command, and where its output is afterwards. */
export interface Side {
  readonly name: string;

  /** Command for the shell. */
  readonly command: string;

  /** Folder in which the command runs. */
  readonly cwd: string;

  /** Folder that holds the YAML files afterwards; it is deleted before each run. */
  readonly output: string;

  readonly env: NodeJS.ProcessEnv;
}

/** Where a side finds its things. */
export interface Place {
  /** Folder of this project. */
  readonly root: string;

  /** Empty folder of the side. */
  readonly folder: string;
}

/** A side that can be set up for any workload. */
export type SideOf = (workload: Workload, place: Place) => Side;

/** The environment of every side: no upgrade check over the network, and no certificates to parse at each start of Node 20. */
export function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  return { ...rest, CDK8S_CHECK_UPGRADE: 'false', ...more };
}

/** Lets a folder use the packages of this project, but for some that lie in another folder. */
export function linkPackages({ root, folder }: Place, others: Readonly<Record<string, string>> = {}): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (name !== '.cache') symlinkSync(join(packages, name), join(folder, 'node_modules', name));
  }
  for (const [name, other] of Object.entries(others)) {
    rmSync(join(folder, 'node_modules', name));
    symlinkSync(other, join(folder, 'node_modules', name));
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
}

export function copy(from: string, to: string, paths: readonly string[]): void {
  for (const path of paths) cpSync(join(from, path), join(to, path), { recursive: true });
}
