import { parseSite, reportText, type Site, type SiteInput } from '../../site/index.ts';
import { hasHome, type SiteWithHome } from '../../site/plan/tunnel.ts';
import { own, ownHome } from '../../test/fixtures/base.ts';
import { rulesOfTests } from '../../test/support/rules.ts';

/** Made-up identifiers in the form that OCI has. */
export const TENANCY = 'ocid1.tenancy.oc1..aaaatenancy';
export const COMPARTMENT = 'ocid1.compartment.oc1..aaaacompartment';

/** The example with an account, and an owner's own names and key: with those of the example nothing is built. */
export const example = {
  ...own,
  cloud: { region: 'eu-frankfurt-1', nodes: { a: { ocpus: 2, memoryGb: 12 } } },
  home: ownHome,
  infrastructure: { tenancy: TENANCY, compartment: COMPARTMENT },
} satisfies SiteInput;

/** Reads a site that must be sound. */
export function sound(input: SiteInput): Site {
  const parsed = parseSite(input, rulesOfTests);
  if (!parsed.ok) throw new Error(reportText('the site of the test', parsed.problems));
  return parsed.value;
}

/** The example with another home key or another way to the internet. */
export function siteWithHome({
  publicKey = example.home.tunnel.publicKey,
  nat = 'gateway' as NonNullable<SiteInput['cloud']['nat']>,
} = {}): SiteWithHome {
  const tunnel = { ...example.home.tunnel, publicKey };
  const site = sound({ ...example, cloud: { ...example.cloud, nat }, home: { ...example.home, tunnel } });
  if (!hasHome(site)) throw new Error('the site of the test has no home');
  return site;
}
