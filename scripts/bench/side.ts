import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What all sides are asked to make. */
export interface Workload {
  /** What it is, for the head of the report. */
  readonly title: string;

  /** Source of a TypeScript module that exports `build(app, count?)`, which adds the charts to an app of cdk8s: all, or so many. */
  readonly source: string;

  /** So many services; none where it is the site in `platform.ts`. */
  readonly services?: number;
}

/** One way to do it: a command, and where its output is afterwards. */
export interface Side {
  readonly name: string;

  /** Command for the shell. */
  readonly command: string;

  /** Folder in which the command runs. */
  readonly cwd: string;

  /** Folder that holds the YAML files afterwards. */
  readonly output: string;

  readonly env: NodeJS.ProcessEnv;
}

/** A side that cannot run here. */
export interface Absent {
  readonly name: string;

  /** What is missing. */
  readonly missing: string;
}

/** Where a side finds its things. */
export interface Place {
  /** Folder of this project. */
  readonly root: string;

  /** Empty folder of the side. */
  readonly folder: string;
}

/** A side that can be set up for any workload. */
export type SideOf = (workload: Workload, place: Place) => Side | Absent;

export function isAbsent(side: Side | Absent): side is Absent {
  return 'missing' in side;
}

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
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
}

export function copy(from: string, to: string, paths: readonly string[]): void {
  for (const path of paths) cpSync(join(from, path), join(to, path), { recursive: true });
}
