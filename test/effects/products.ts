/// <reference path="../../infra/machine/scripts.d.ts" />
import { homeFirewall } from '../../infra/home/firewall.ts';
import { peers } from '../../infra/home/peer.ts';
import { wgQuick } from '../../infra/home/wg-quick.ts';
import { planCloud } from '../../infra/plan/cloud-plan.ts';
import type { RegionFacts } from '../../infra/plan/region.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { codeOwnersBlock } from '../../output/code-owners.ts';
import { budgetOf, budgetText } from '../../policies/budget/index.ts';
import { parseSite, reportText, type Site } from '../../site/index.ts';
import { dnsRecords, hasHome, type Plan, paidNotices, planSite } from '../../site/plan/index.ts';
import { OUTPUTS } from '../support/outputs.ts';
import { rulesOfTests } from '../support/rules.ts';
import { manifestsOfPlan } from '../support/site.ts';
import { releasedEverywhere } from '../support/teams.ts';
import type { Outcome, Products } from './effects.ts';

/** Products for which every folder is made. */
export const WHOLE = ['dist/', 'the budget', 'notices of costs'];

/** Reads a site, and makes everything that its owner sees or gets. */
export function outcomeOf(input: unknown): Outcome {
  const parsed = parseSite(input, rulesOfTests);
  if (!parsed.ok) return { refused: reportText(parsed.problems) };
  return { products: productsOf(planned(parsed.value)) };
}

/** The plan of a site that is accepted. */
export function planOf(input: unknown): Plan {
  const parsed = parseSite(input, rulesOfTests);
  if (!parsed.ok) throw new Error(reportText(parsed.problems));
  return planned(parsed.value);
}

function planned(site: Site): Plan {
  return planSite(site, OUTPUTS, releasedEverywhere(site));
}

/** What is cheap comes first: most places show there, and the rest is then not made. */
function productsOf(plan: Plan): Products {
  const manifests = once(() => manifestsOfPlan(plan));
  const budget = once(() => budgetOf(manifests(), plan));
  return {
    'secrets to make': once(() => JSON.stringify(plan.secrets.expected)),
    'records in the DNS': once(() => JSON.stringify(dnsRecords(plan, { public: '203.0.113.10', home: '10.0.0.20' }))),
    'configuration at home': once(() => homeText(plan)),
    'the cloud': once(() => cloudText(plan)),
    CODEOWNERS: once(() => codeOwnersBlock(plan.codeOwners)),
    notices: once(() => JSON.stringify(plan.notices)),
    ...foldersOf(plan),
    'dist/': once(() => distText(manifests())),
    'the budget': once(() => budgetText(budget())),
    'notices of costs': once(() => JSON.stringify(paidNotices(plan, budget().beyond))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Folders that are told of what is in others. */
const READ_OTHERS = ['edge', 'storage', 'apps', 'bootstrap', 'install'];

/** Each folder that is what it is without the others, made alone: a change in one of fifty is seen without the rest. */
export function foldersOf(plan: Plan): Products {
  const alone = plan.folders.filter(({ id }) => !READ_OTHERS.includes(id));
  return Object.fromEntries(
    alone.map((folder) => [
      `dist/ by ${folder.id}`,
      once(() => distText(manifestsOfPlan({ ...plan, folders: [folder] }))),
    ]),
  );
}

export function distText(manifests: readonly Manifest[]): string {
  return JSON.stringify(manifests.map(({ folder, file, object }) => [folder, file, object]));
}

function homeText(plan: Plan): string {
  if (!hasHome(plan)) return '';
  const face = { address: '203.0.113.20', publicKey: 'the key of the gateway' };
  return [...peers(plan, face).map((peer) => wgQuick(peer, { file: undefined })), homeFirewall(plan)].join('\n');
}

/** What Pulumi is told: where, and what. */
function cloudText(plan: Plan): string {
  const { account, cloud } = plan;
  if (!account) return '';
  const planned = planCloud(plan, account, offered(plan));
  if (!planned.ok) throw new Error(reportText(planned.problems));
  return JSON.stringify({ region: cloud.region, plan: planned.value });
}

/** A region that offers whatever version of Kubernetes a site names. */
function offered({ kubernetes }: Plan): RegionFacts {
  return {
    availabilityDomains: [{ name: 'domain', faultDomains: ['one', 'two', 'three'], microInstances: 2 }],
    kubernetesVersions: [`v${kubernetes}`],
    nodeImages: [{ id: 'node', name: `Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-${kubernetes}-1402` }],
    gatewayImages: [{ id: 'gateway', name: 'Canonical-Ubuntu-24.04-2026.08.31-0' }],
    services: { id: 'services', cidr: 'all-services' },
  };
}
