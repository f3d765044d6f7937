import type { Manifest } from '../../../kubernetes/manifest.ts';
import { nameOf } from '../../../kubernetes/manifest.ts';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { check, type Finding, type Policy } from '../../../policies/index.ts';
import type { SiteInput } from '../../../site/index.ts';
import { pathText } from '../../../site/index.ts';
import { subjectsOf } from './objects.ts';
import { aPlan } from './site.ts';
import type { WorkloadChange } from './workloads.ts';

export type Objects = readonly (KubeObject | Manifest)[];

/** Objects that keep a policy. */
export interface Complying {
  readonly objects: Objects;
  readonly site?: Partial<SiteInput>;
}

/** A finding as a reader of the report sees it. */
export interface Expected {
  /** `Deployment shop/web`, or `platform.ts`. */
  readonly in: string;

  readonly path: string;
  readonly found: string;
  readonly rule: string;
  readonly fix: string;
}

/** Objects that break a policy, and every finding. */
export interface Breaking extends Complying {
  readonly findings: readonly Expected[];
}

/** A pod that breaks a policy whatever kind of workload makes it; paths begin at the pod: `spec.hostNetwork`. */
export interface BreakingPod {
  readonly change: WorkloadChange;
  readonly beside?: Objects;
  readonly findings: readonly Omit<Expected, 'in'>[];
}

/** What is promised of one policy. Each key continues a sentence: "accepts ...", "refuses ...". */
export interface PolicyCases {
  readonly policy: Policy;
  readonly accepts: Readonly<Record<string, Complying>>;
  readonly refuses: Readonly<Record<string, Breaking>>;

  /** Refused in every kind of workload. */
  readonly refusesPods?: Readonly<Record<string, BreakingPod>>;
}

/** Every finding of one policy. */
export function findingsOf(policy: Policy, { objects, site }: Complying): Expected[] {
  const { findings } = check(subjectsOf(objects), aPlan(site), [policy]);
  return findings.filter((finding) => finding.policy === policy.id).map(expected);
}

export function expected({ subject, path, found, rule, fix }: Finding): Expected {
  return { in: subject ? nameOf(subject) : 'platform.ts', path: pathText(path), found, rule, fix };
}
