import type { MonitoringPart } from '../part.ts';
import { disksCost, type FreeDisks } from './disks.ts';
import { idleAlerts } from './idle.ts';

/** What a free account of Oracle's cloud has. */
export interface FreeTierPartProps {
  /** OCPUs of the largest node. */
  readonly ocpus: number;

  /**
   * Whether there is a gateway whose metrics are scraped as the job `gateway`: see `homePart`.
   *
   * @default false
   */
  readonly gateway?: boolean;

  /**
   * What there is of disks, and what is free.
   *
   * @default - unknown: nobody is told when volumes cost something
   */
  readonly disks?: FreeDisks | undefined;
}

/** An account that must cost nothing: its idle machines are taken back, and disks beyond what is free are billed. */
export function freeTierPart({ ocpus, gateway = false, disks }: FreeTierPartProps): MonitoringPart {
  return {
    rules: [
      ...(disks ? [{ name: 'budget', alerts: [disksCost(disks)] }] : []),
      { name: 'free-tier', alerts: idleAlerts(ocpus, gateway) },
    ],
  };
}
