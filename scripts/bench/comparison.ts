import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Volume, volumeOf } from './documents.ts';
import { type Objects, objectsOf, requireEqual } from './equal.ts';
import { measure, peakMemory, type Run, type Start } from './measure.ts';
import { type Absent, isAbsent, type Side, type SideOf, type Workload } from './side.ts';
import { ratioOf, type Spread, spreadOf } from './statistics.ts';

/** What one side has taken for a workload. */
export interface Figures extends Volume {
  readonly name: string;

  /** Seconds from the start of the command to its end. */
  readonly wall: Spread;

  /** Seconds of processor time. */
  readonly cpu: Spread;

  /** The most memory of its largest process, in mebibytes, where the system tells. */
  readonly memory: number | undefined;

  /** How long the first side takes for each second of this one. */
  readonly ratio: Spread;
}

/** A workload, made by several sides in turn. */
export interface Comparison {
  readonly title: string;

  /** So many services; none where it is the site in `platform.ts`. */
  readonly services: number | undefined;

  readonly figures: readonly Figures[];

  /** Sides that did not run, and why. */
  readonly left: readonly Absent[];
}

/** What a comparison is made of. */
export interface Contest {
  readonly workload: Workload;

  /** Ways to make the workload; the others are compared with the first one. */
  readonly sides: readonly SideOf[];

  /** How often each one runs. */
  readonly runs: number;

  readonly start: Start;

  /** Names of the sides that have taken too long, and do not run again; those of this contest are added. */
  readonly slow: Set<string>;
}

/** Runs every side in turn, after a first run of each that fills caches and shows that all make the same. */
export async function compare(contest: Contest, root: string, folder: string): Promise<Comparison> {
  const { workload, runs, start } = contest;
  const { racing, left } = await qualified(contest, root, folder);
  const turns: Turn[] = [];
  for (let turn = 0; turn < runs; turn++) turns.push(await oneTurn(racing, start));
  const figures: Figures[] = [];
  for (const side of racing) {
    if (turns.every((turn) => turn.has(side))) figures.push(await figuresOf(side, racing[0] as Side, turns));
    else left.push({ name: side.name, missing: TOO_LONG });
  }
  const title = start === 'cold' ? workload.title : `${workload.title}, nothing changed`;
  return { title, services: workload.services, figures, left };
}

const TOO_LONG = 'takes more than a minute';

/** Milliseconds after which a source is no longer taken for one that is being saved, and what is built from it is kept. */
const REST = 300;

/** The sides that make the same objects as the first one, in less than a minute. */
async function qualified({ workload, sides, slow }: Contest, root: string, folder: string) {
  const left: Absent[] = [];
  const racing: Side[] = [];
  let first: Objects | undefined;
  const all = setUp(sides, workload, root, folder);
  await wait(REST);
  for (const side of all) {
    if (isAbsent(side)) left.push(side);
    else if (slow.has(side.name)) left.push({ name: side.name, missing: `${TOO_LONG} for fewer services` });
    else if (!(await measure(side))) {
      slow.add(side.name);
      left.push({ name: side.name, missing: TOO_LONG });
    } else {
      const objects = objectsOf(side);
      first ??= objects;
      requireEqual(racing[0]?.name ?? side.name, first, side.name, objects);
      racing.push(side);
    }
  }
  return { racing, left };
}

function setUp(sides: readonly SideOf[], workload: Workload, root: string, folder: string): (Side | Absent)[] {
  return sides.map((side, index) => {
    const own = join(folder, `side-${index}`);
    mkdirSync(own, { recursive: true });
    return side(workload, { root, folder: own });
  });
}

/** One run of each side; that of a side which has taken too long is not there. */
type Turn = ReadonlyMap<Side, Run>;

async function oneTurn(sides: readonly Side[], start: Start): Promise<Turn> {
  const runs = new Map<Side, Run>();
  for (const side of sides) {
    const run = await measure(side, start);
    if (run) runs.set(side, run);
  }
  return runs;
}

async function figuresOf(side: Side, first: Side, turns: readonly Turn[]): Promise<Figures> {
  const runs = turns.map((turn) => turn.get(side) as Run);
  const pairs = turns.flatMap((turn): [number, number][] => {
    const [one, other] = [turn.get(first), turn.get(side)];
    return one && other ? [[one.wall, other.wall]] : [];
  });
  return {
    name: side.name,
    ...volumeOf(side.output),
    wall: spreadOf(runs.map(({ wall }) => wall)),
    cpu: spreadOf(runs.map(({ cpu }) => cpu)),
    ratio: ratioOf(pairs),
    memory: await peakMemory(side),
  };
}
