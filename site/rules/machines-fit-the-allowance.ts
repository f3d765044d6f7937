import { ALWAYS_FREE, type Demand, demand, GATEWAY_BOOT_VOLUME_GB } from '../plan/allowance.ts';
import type { Path } from '../problem.ts';
import type { Conflict, Rule } from './rule.ts';

/** A conflict, and the other fields that it rests on. */
type Excess = Conflict & { readonly with: readonly Path[] };

const FIELDS = ['ocpus', 'memoryGb', 'bootVolumeGb'] as const;

/** A site that is to cost nothing asks for no more than the free allowance. */
export const machinesFitTheAllowance: Rule = {
  id: 'machines-fit-the-allowance',
  conflicts: (site) => {
    if (site.cloud.billing === 'paid') return [];
    const asked = demand(site);
    const parts = Object.keys(site.cloud.nodes).flatMap((key) =>
      FIELDS.map((field): Path => ['cloud', 'nodes', key, field]),
    );
    return [...shape(asked), ...storage(asked)].map((over) => ({ ...over, with: [...over.with, ...parts] }));
  },
};

function shape({ ocpus, memoryGb }: Demand): Excess[] {
  const over: Excess[] = [];
  if (ocpus > ALWAYS_FREE.ocpus) over.push(tooMuch(`${ocpus} OCPUs`, `the ${ALWAYS_FREE.ocpus} that are free`));
  if (memoryGb > ALWAYS_FREE.memoryGb) {
    over.push(tooMuch(`${memoryGb} GB of memory`, `the ${ALWAYS_FREE.memoryGb} GB that are free`));
  }
  return over;
}

function storage({ storageGb, microInstances }: Demand): Excess[] {
  if (storageGb <= ALWAYS_FREE.storageGb) return [];
  const gateway = microInstances > 0 ? ` with the gateway's ${GATEWAY_BOOT_VOLUME_GB} GB` : '';
  return [tooMuch(`${storageGb} GB of boot volumes${gateway}`, `the ${ALWAYS_FREE.storageGb} GB that are free`)];
}

function tooMuch(found: string, free: string): Excess {
  return {
    path: ['cloud', 'nodes'],
    with: [['cloud', 'billing']],
    found,
    rule: `in all is more than ${free}`,
    fix: "write smaller or fewer nodes, or billing: 'paid' in cloud",
  };
}
