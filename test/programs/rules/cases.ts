import { budget } from './budget-cases.ts';
import type { Cases } from './case.ts';
import { gateway } from './gateway-cases.ts';
import { monitoring, targets } from './monitoring-cases.ts';
import { freeTier, node } from './node-cases.ts';
import { certificates, delivery, home } from './site-cases.ts';
import { volumes } from './volume-cases.ts';
import { workloads } from './workload-cases.ts';

/** Cases by the group of rules to which their alerts belong. */
export const cases: Readonly<Record<string, Cases>> = {
  monitoring,
  targets,
  node,
  volumes,
  workloads,
  certificates,
  delivery,
  budget,
  home,
  gateway,
  'free-tier': freeTier,
};
