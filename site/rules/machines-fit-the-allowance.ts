import { ALWAYS_FREE, type Demand, demand, GATEWAY_BOOT_VOLUME_GB } from '../plan/allowance.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** A site that is to cost nothing asks for no more than the free allowance. */
export function machinesFitTheAllowance({ cloud, home }: Partial<Site>): Problem[] {
  if (!cloud || cloud.billing === 'paid') return [];
  const asked = demand({ cloud, home });
  return [...shape(asked), ...storage(asked)];
}

function shape({ ocpus, memoryGb }: Demand): Problem[] {
  const over: Problem[] = [];
  if (ocpus > ALWAYS_FREE.ocpus) over.push(tooMuch(`${ocpus} OCPUs`, `the ${ALWAYS_FREE.ocpus} that are free`));
  if (memoryGb > ALWAYS_FREE.memoryGb) {
    over.push(tooMuch(`${memoryGb} GB of memory`, `the ${ALWAYS_FREE.memoryGb} GB that are free`));
  }
  return over;
}

function storage({ storageGb, microInstances }: Demand): Problem[] {
  if (storageGb <= ALWAYS_FREE.storageGb) return [];
  const gateway = microInstances > 0 ? ` with the gateway's ${GATEWAY_BOOT_VOLUME_GB} GB` : '';
  return [tooMuch(`${storageGb} GB of boot volumes${gateway}`, `the ${ALWAYS_FREE.storageGb} GB that are free`)];
}

function tooMuch(found: string, free: string): Problem {
  return {
    path: ['cloud', 'nodes'],
    found,
    rule: `in all is more than ${free}`,
    fix: "write smaller or fewer nodes, or billing: 'paid' in cloud",
  };
}
