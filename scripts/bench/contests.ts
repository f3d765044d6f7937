import { mkdirSync } from 'node:fs';
import type { Contest } from './comparison.ts';
import type { Options } from './options.ts';
import { armsteadByCommand, armsteadByNode } from './sides/armstead.ts';
import { helm, helmRange } from './sides/helm.ts';
import { kustomize } from './sides/kustomize.ts';
import { stock, stockByObject } from './sides/stock.ts';
import { services } from './workloads/services.ts';
import { site } from './workloads/site.ts';

/** The size at which a synth that changes nothing is compared too. */
const UNCHANGED = 1000;

/** From this size on every run takes many seconds, and the spread is small. */
const LARGE = 10_000;
const RUNS_OF_LARGE = 3;

/** All comparisons that were requested, the small ones first: what takes a minute does not run at larger sizes. */
export function contestsOf({ sizes, withSite, runs }: Options, root: string, folder: string): Contest[] {
  const slow = new Set<string>();
  return [
    ...(withSite ? siteContests(root, folder, runs) : []),
    ...sizes.flatMap((size): Contest[] => {
      const workload = services(root, size);
      const times = size < LARGE ? runs : Math.min(runs, RUNS_OF_LARGE);
      const sides = [armsteadByNode, helm, helmRange, stock, stockByObject, kustomize];
      const cold: Contest = { workload, sides, runs: times, start: 'cold', slow };
      if (size !== UNCHANGED) return [cold];
      return [cold, { workload, sides: [armsteadByNode, helm, helmRange], runs: times, start: 'unchanged', slow }];
    }),
  ];
}

/** Both front doors against the template; each is a comparison of its own, since the other one is no goal for it. */
function siteContests(root: string, folder: string, runs: number): Contest[] {
  mkdirSync(folder, { recursive: true });
  const workload = site(root, folder);
  const byCommand = { ...workload, title: `${workload.title}, by the cdk8s command` };
  const others = { runs, start: 'cold', slow: new Set<string>() } as const;
  return [
    { workload, sides: [armsteadByNode, stock], ...others },
    { workload: byCommand, sides: [armsteadByCommand, stock], ...others },
  ];
}
