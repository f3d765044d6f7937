/// <reference path="../../infra/machine/scripts.d.ts" />
import { homeFirewall } from '../../infra/home/firewall.ts';
import { peers } from '../../infra/home/peer.ts';
import { wgQuick } from '../../infra/home/wg-quick.ts';
import { planCloud } from '../../infra/plan/cloud-plan.ts';
import type { RegionFacts } from '../../infra/plan/region.ts';
import type { Manifest } from '../../output/manifest.ts';
import { budgetOf, budgetText } from '../../policies/budget/index.ts';
import { parseSite, reportText, type Site } from '../../site/index.ts';
import { paidNotices } from '../../site/plan/allowance.ts';
import { dnsRecords } from '../../site/plan/dns.ts';
import { notices } from '../../site/plan/notices.ts';
import { secretsOf } from '../../site/plan/secrets.ts';
import { hasHome } from '../../site/plan/tunnel.ts';
import { OUTPUTS } from '../support/outputs.ts';
import { rulesOfTests } from '../support/rules.ts';
import { manifestsOfSite } from '../support/site.ts';
import type { Outcome, Products } from './effects.ts';

/** Reads a site, and makes everything that its owner sees or gets. */
export function outcomeOf(input: unknown): Outcome {
  const parsed = parseSite(input, rulesOfTests);
  if (!parsed.ok) return { refused: reportText('platform.ts', parsed.problems) };
  return { products: productsOf(parsed.value) };
}

/** What is cheap comes first: most places show there, and the rest is then not made. */
function productsOf(site: Site): Products {
  const manifests = once(() => manifestsOfSite(site, OUTPUTS));
  const budget = once(() => budgetOf(manifests(), site));
  return {
    'secrets to make': once(() => JSON.stringify(secretsOf(site))),
    'records in the DNS': once(() => JSON.stringify(dnsRecords(site, { public: '203.0.113.10', home: '10.0.0.20' }))),
    'configuration at home': once(() => homeText(site)),
    'the cloud': once(() => cloudText(site)),
    notices: once(() => JSON.stringify(notices(site, true))),
    'dist/': once(() => distText(manifests())),
    'the budget': once(() => budgetText(budget())),
    'notices of costs': once(() => JSON.stringify(paidNotices(site, budget().beyond))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function distText(manifests: readonly Manifest[]): string {
  return JSON.stringify(manifests.map(({ folder, file, object }) => [folder, file, object]));
}

function homeText(site: Site): string {
  if (!hasHome(site)) return '';
  const face = { address: '203.0.113.20', publicKey: 'the key of the gateway' };
  return [...peers(site, face).map((peer) => wgQuick(peer, { file: undefined })), homeFirewall(site)].join('\n');
}

/** What Pulumi is told: where, and what. */
function cloudText(site: Site): string {
  const { infrastructure, cloud } = site;
  if (!infrastructure) return '';
  const planned = planCloud(site, infrastructure, offered(site));
  if (!planned.ok) throw new Error(reportText('platform.ts', planned.problems));
  return JSON.stringify({ region: cloud.region, plan: planned.value });
}

/** A region that offers whatever version of Kubernetes a site names. */
function offered({ kubernetes }: Site): RegionFacts {
  return {
    availabilityDomains: [{ name: 'domain', faultDomains: ['one', 'two', 'three'], microInstances: 2 }],
    kubernetesVersions: [`v${kubernetes}`],
    nodeImages: [{ id: 'node', name: `Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-${kubernetes}-1402` }],
    gatewayImages: [{ id: 'gateway', name: 'Canonical-Ubuntu-24.04-2026.08.31-0' }],
    services: { id: 'services', cidr: 'all-services' },
  };
}
