import { ALWAYS_FREE, type Demand, demand, GATEWAY_BOOT_VOLUME_GB } from '../plan/allowance.ts';
import type { Conflict, Rule } from './rule.ts';

/** A site that is to cost nothing asks for no more than the free allowance. */
export const machinesFitTheAllowance: Rule = {
  id: 'machines-fit-the-allowance',
  conflicts: ({ cloud, home }) => {
    if (cloud.billing === 'paid') return [];
    const asked = demand({ cloud, home });
    return [...shape(asked), ...storage(asked)];
  },
};

function shape({ ocpus, memoryGb }: Demand): Conflict[] {
  const over: Conflict[] = [];
  if (ocpus > ALWAYS_FREE.ocpus) over.push(tooMuch(`${ocpus} OCPUs`, `the ${ALWAYS_FREE.ocpus} that are free`));
  if (memoryGb > ALWAYS_FREE.memoryGb) {
    over.push(tooMuch(`${memoryGb} GB of memory`, `the ${ALWAYS_FREE.memoryGb} GB that are free`));
  }
  return over;
}

function storage({ storageGb, microInstances }: Demand): Conflict[] {
  if (storageGb <= ALWAYS_FREE.storageGb) return [];
  const gateway = microInstances > 0 ? ` with the gateway's ${GATEWAY_BOOT_VOLUME_GB} GB` : '';
  return [tooMuch(`${storageGb} GB of boot volumes${gateway}`, `the ${ALWAYS_FREE.storageGb} GB that are free`)];
}

function tooMuch(found: string, free: string): Conflict {
  return {
    path: ['cloud', 'nodes'],
    with: [['cloud', 'billing'], ['home']],
    found,
    rule: `in all is more than ${free}`,
    fix: "write smaller or fewer nodes, or billing: 'paid' in cloud",
  };
}
