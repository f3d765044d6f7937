import { parseSite, reportText, type SiteInput } from '../../site/index.ts';
import { hasHome, type Plan, type PlanWithHome, planSite } from '../../site/plan/index.ts';
import { rulesOfTests } from '../../test/support/rules.ts';

/** Made-up identifiers in the form that OCI has. */
export const TENANCY = 'ocid1.tenancy.oc1..aaaatenancy';
export const COMPARTMENT = 'ocid1.compartment.oc1..aaaacompartment';

/** What the example site says, with an account, and values of an owner in the place of the example's. */
export const example = {
  name: 'homestead',
  domain: 'meadow-lane.net',
  contact: 'ops@meadow-lane.net',
  git: { url: 'https://github.com/meadow-lane/platform.git' },
  cloud: { region: 'eu-frankfurt-1', nodes: { a: { ocpus: 2, memoryGb: 12 } } },
  home: {
    networks: ['192.168.4.0/22'],
    tunnel: { network: '192.168.16.0/24', publicKey: '9vIxajVUcUr+7QaC3hVNBi5vLxnch4zjfMcVGNMUAXM=' },
  },
  infrastructure: { tenancy: TENANCY, compartment: COMPARTMENT },
} satisfies SiteInput;

/** The example as it comes, which is nobody's site. */
export const untouched = {
  ...example,
  domain: 'example.org',
  contact: 'ops@example.org',
  git: { url: 'https://github.com/you/platform.git' },
  home: {
    ...example.home,
    tunnel: { ...example.home.tunnel, publicKey: 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=' },
  },
} satisfies SiteInput;

/** Plans a site that must be sound. */
export function sound(input: SiteInput): Plan {
  const parsed = parseSite(input, rulesOfTests);
  if (!parsed.ok) throw new Error(reportText(parsed.problems));
  return planSite(parsed.value);
}

/** The example with another home key or another route to the internet. */
export function siteWithHome({
  publicKey = example.home.tunnel.publicKey,
  nat = 'gateway' as NonNullable<SiteInput['cloud']['nat']>,
} = {}): PlanWithHome {
  const tunnel = { ...example.home.tunnel, publicKey };
  const site = sound({ ...example, cloud: { ...example.cloud, nat }, home: { ...example.home, tunnel } });
  if (!hasHome(site)) throw new Error('the site of the test has no home');
  return site;
}
