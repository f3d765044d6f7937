import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import { overruns, paidNotices } from '../site/plan/index.ts';
import { outputsOf } from './cloud/outputs.ts';
import { readRegion } from './cloud/region.ts';
import { SiteInfrastructure } from './cloud/site-infrastructure.ts';
import { orRefuse } from './files.ts';
import { planCloud } from './plan/cloud-plan.ts';
import { parsePlanWithAccount } from './site.ts';

const NOTHING_BUILT = 'nothing was built';

/**
 * What Pulumi runs: read the site, look at the region, decide, build. A refused site builds nothing: a volume that is made
 * while the allowance is used up would be billed for as long as it is there.
 *
 * @param input what `platform.ts` exports
 */
export async function program(input: unknown) {
  const { plan, account } = orRefuse(parsePlanWithAccount(input), NOTHING_BUILT);
  for (const notice of paidNotices(plan, overruns(plan.rented, plan.cloud.allowance))) pulumi.log.warn(notice);
  const provider = providerFor(plan.cloud.region);
  const region = await readRegion(account, { provider });
  const cloud = orRefuse(planCloud(plan, account, region), NOTHING_BUILT);
  return outputsOf(new SiteInfrastructure(cloud, { providers: [provider] }));
}

/** Whatever region the user's own settings name, the site's counts; who they are comes from their OCI settings. */
function providerFor(region: string): oci.Provider {
  return new oci.Provider('oci', { region, configFileProfile: new pulumi.Config('oci').get('configFileProfile') });
}
