import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import { outputsOf } from './cloud/outputs.ts';
import { readRegion } from './cloud/region.ts';
import { SiteInfrastructure } from './cloud/site-infrastructure.ts';
import { orRefuse } from './files.ts';
import { planCloud } from './plan/cloud-plan.ts';
import { parseSiteWithAccount } from './site.ts';

/**
 * What Pulumi runs: read the site, look at the region, decide, build. A refused site builds nothing.
 *
 * @param input what `platform.ts` exports
 */
export async function program(input: unknown) {
  const { site, account } = orRefuse('platform.ts', parseSiteWithAccount(input));
  const provider = providerFor(site.cloud.region);
  const plan = orRefuse('platform.ts', planCloud(site, account, await readRegion(account, { provider })));
  return outputsOf(new SiteInfrastructure(plan, { providers: [provider] }));
}

/** Whatever region the user's own settings name, the site's counts; who they are comes from their OCI settings. */
function providerFor(region: string): oci.Provider {
  return new oci.Provider('oci', { region, configFileProfile: new pulumi.Config('oci').get('configFileProfile') });
}
