import { type Overrun, overrunAmount, overruns, overrunText, rentedBy } from '../plan/allowance.ts';
import type { Counted } from '../plan/always-free.ts';
import { fittingDisks, fittingMachines } from '../plan/fitting-nodes.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** A site requests no more than its account gives without charge, unless it says why it may cost. */
export const infrastructureFitsTheAllowance: Rule = {
  id: 'infrastructure-fits-the-allowance',
  conflicts: (site) => {
    if (site.cloud.allowPaid !== undefined) return [];
    const groups = new Map<string, Overrun[]>();
    for (const overrun of overruns(rentedBy(site), site.cloud.allowance)) {
      const { path, less } = placeOf(overrun.counted, site);
      const answer = `${path.join('.')} ${less}`;
      groups.set(answer, [...(groups.get(answer) ?? []), overrun]);
    }
    return [...groups.values()].map((group) => conflict(group, site));
  },
};

/** One answer to all that it answers: cores and memory are those of the same machines. */
function conflict(group: readonly Overrun[], site: Site): Conflict {
  const [first, ...more] = group as [Overrun, ...Overrun[]];
  const places = group.map(({ counted }) => placeOf(counted, site));
  const sums = more.map((overrun) => `\n${overrunAmount(overrun)} ${overrunText(overrun)}`).join('');
  return {
    path: (places[0] as Place).path,
    with: [
      ...places.flatMap((place) => place.with),
      ['cloud', 'allowPaid'],
      ...group.map(({ counted }) => ['cloud', 'allowance', counted]),
    ],
    found: overrunAmount(first),
    rule: `${overrunText(first)}${sums}`,
    fix: `${(places[0] as Place).less}; if your account gives more, say what in cloud.allowance, and if it may cost, why in cloud.allowPaid`,
  };
}

interface Place {
  /** The field that is best changed. */
  readonly path: Path;

  /** How to ask for less. */
  readonly less: string;

  /** Other fields that have a part in it. */
  readonly with: readonly Path[];
}

function placeOf(counted: Counted, site: Site): Place {
  const path = ['cloud', 'nodes'];
  switch (counted) {
    case 'ocpus':
    case 'memoryGb':
      return { path, less: fewerMachines(site), with: ofNodes(site, counted) };
    case 'storageGb':
      return { path, less: smallerDisks(site), with: ofNodes(site, 'bootVolumeGb', 'home') };
    case 'microInstances':
      return { path: ['home'], less: 'leave out home', with: [] };
    case 'flexibleLoadBalancers':
      return balancerPlace(site, 'network');
    case 'networkLoadBalancers':
      return balancerPlace(site, 'flexible');
    case 'secrets':
      return { path: ['secrets'], less: "write backend: 'existing'", with: [['monitoring'], ['signOn'], ['home']] };
  }
}

function fewerMachines(site: Site): string {
  const { nodes, ocpus, memoryGb } = fittingMachines(site);
  return sizes(site, nodes, `{ ocpus: ${ocpus}, memoryGb: ${memoryGb} }`);
}

function smallerDisks(site: Site): string {
  const { nodes, bootVolumeGb } = fittingDisks(site);
  return sizes(site, nodes, `bootVolumeGb: ${bootVolumeGb}`);
}

/** What nodes fit, in one order: their number where there are too many, and the size of each. */
function sizes({ cloud }: Site, nodes: number, size: string): string {
  const all = Object.keys(cloud.nodes).length;
  if (nodes < 1) return 'ask for less than a node, which nothing runs on';
  if (all === 1) return `write ${size}`;
  return nodes < all
    ? `write ${nodes === 1 ? 'one node' : `${nodes} nodes`}, ${nodes === 1 ? 'with' : 'each with'} ${size}`
    : `write ${size} for each node`;
}

/** A home takes a load balancer of each kind; without one the other kind may be free. */
function balancerPlace({ home }: Site, other: string): Place {
  return home
    ? { path: ['home'], less: 'leave out home', with: [['edge']] }
    : { path: ['edge'], less: `write loadBalancer: '${other}'`, with: [['home']] };
}

/** The field of each node that has a part in a sum, and whole sections. */
function ofNodes({ cloud }: Site, field: string, ...sections: readonly string[]): Path[] {
  return [
    ...Object.keys(cloud.nodes).map((name) => ['cloud', 'nodes', name, field]),
    ...sections.map((section) => [section]),
  ];
}
