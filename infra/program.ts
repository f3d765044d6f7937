import platform from '../platform.ts';
import { type Parsed, reportText } from '../site/index.ts';
import { outputsOf } from './cloud/outputs.ts';
import { readRegion } from './cloud/region.ts';
import { SiteInfrastructure } from './cloud/site-infrastructure.ts';
import { planCloud } from './plan/cloud-plan.ts';
import { parseSiteWithAccount } from './site.ts';

/** What Pulumi runs: read the site, look at the region, decide, build. A refused site builds nothing. */
export async function program(input: unknown = platform) {
  const { site, account } = orRefuse(parseSiteWithAccount(input));
  const plan = orRefuse(planCloud(site, account, await readRegion(account)));
  return outputsOf(new SiteInfrastructure(plan));
}

function orRefuse<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(reportText('platform.ts', parsed.problems));
  return parsed.value;
}
