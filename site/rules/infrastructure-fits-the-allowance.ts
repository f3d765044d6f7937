import { askedBy, askedText, overruns, overrunText } from '../plan/allowance.ts';
import type { Counted } from '../plan/always-free.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** A site asks for no more than its account gives without charge, unless it says why it may cost. */
export const infrastructureFitsTheAllowance: Rule = {
  id: 'infrastructure-fits-the-allowance',
  conflicts: (site) => {
    if (site.cloud.allowPaid !== undefined) return [];
    return overruns(askedBy(site), site.cloud.allowance).map((overrun) => {
      const { path, less, with: others } = placeOf(overrun.counted, site);
      return {
        path,
        with: [...others, ['cloud', 'allowPaid'], ['cloud', 'allowance', overrun.counted]],
        found: askedText(overrun),
        rule: overrunText(overrun),
        fix: `${less}, or what your account gives in cloud.allowance, or why it may cost in cloud.allowPaid`,
      };
    });
  },
};

interface Place {
  /** The field that is best changed. */
  readonly path: Path;

  /** How to ask for less. */
  readonly less: string;

  /** Other fields that have a part in it. */
  readonly with: readonly Path[];
}

function placeOf(counted: Counted, site: Site): Place {
  const nodes = { path: ['cloud', 'nodes'], less: 'write smaller or fewer nodes' };
  switch (counted) {
    case 'ocpus':
    case 'memoryGb':
      return { ...nodes, with: ofNodes(site, counted) };
    case 'storageGb':
      return {
        ...nodes,
        less: 'write smaller boot volumes or fewer nodes',
        with: ofNodes(site, 'bootVolumeGb', 'home'),
      };
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
