import { parseSite, type SiteInput } from '../../../site/index.ts';
import { type Plan, planSite } from '../../../site/plan/index.ts';
import { rulesOfTests } from '../../support/rules.ts';
import { releasedEverywhere } from '../../support/teams.ts';

/** The plan of a small site that works: one node `a` of 2 OCPUs and 12 GB; what its teams state is released everywhere. */
export function aPlan(input: Partial<SiteInput> = {}): Plan {
  const parsed = parseSite(
    {
      name: 'homestead',
      domain: 'example.org',
      contact: 'ops@example.org',
      git: { url: 'https://git.example.org/platform.git' },
      cloud: { region: 'eu-frankfurt-1', nodes: { a: {} } },
      ...input,
    },
    rulesOfTests,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return planSite(parsed.value, undefined, releasedEverywhere(parsed.value));
}

/** The same with nodes of 1 OCPU and 6 GB each, as many as wanted. */
export function aSiteOf(...nodes: readonly string[]): Partial<SiteInput> {
  return {
    cloud: {
      region: 'eu-frankfurt-1',
      allowPaid: 'as many nodes as it takes',
      nodes: Object.fromEntries(nodes.map((key) => [key, { ocpus: 1, memoryGb: 6 }])),
    },
  };
}
