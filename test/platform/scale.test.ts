import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { manifestsOf, publish, SiteApp } from '../../output/index.ts';
import { buildPlatform } from '../../platform/index.ts';
import { budgetMarkdown, budgetOf, budgetText } from '../../policies/budget/index.ts';
import { check } from '../../policies/index.ts';
import { parseSite, reportText, type SiteInput } from '../../site/index.ts';
import { noticesText, type Plan, paidNotices, planSite, secretsText } from '../../site/plan/index.ts';
import { own, ownHome } from '../fixtures/base.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { inFolder } from '../support/programs.ts';
import { aService, aTeam, releasedEverywhere, type Teams } from '../support/teams.ts';

type Secrets = NonNullable<SiteInput['secrets']>;

/** Where passwords come from. */
const BACKENDS: readonly Secrets[] = [
  { backend: 'oci-vault', vault: 'ocid1.vault.oc1.eu-frankfurt-1.b5qexample.abyhqljexample' },
  { backend: 'existing' },
];

/** A site with so many services at home; each needs a Secret of its own, and something of all that the edge can do. */
function siteOf(count: number, secrets: Secrets): object {
  const service = (index: number) => ({
    ...{ address: '192.168.4.20:80', exposure: index % 2 === 0 ? 'public' : 'home' },
    ...{ guard: 'basic', passwords: `service-${index}-passwords` },
    ...{ rate: 5, timeouts: { answer: '30s' }, ...(index % 2 === 0 && { allowFrom: ['198.18.0.0/15'] }) },
  });
  const services = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`service-${index}`, service(index)]),
  );
  const cloud = { ...own.cloud, allowPaid: 'a vault with as many secrets as it takes' };
  return { ...own, environments: { prod: {} }, cloud, home: { ...ownHome, services }, secrets };
}

/** As many teams, each with a service that has a secret. */
function teamsOf(count: number): Teams {
  const services = { web: aService({ secrets: ['SESSION_KEY'] }) };
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`team-${index}`, aTeam({ services })]));
}

/** A step of the way that somebody adds. */
type Step = (plan: Plan, manifests: readonly Manifest[]) => void;

/** The whole way from what a user states to the files, by the parts that `main.ts` puts together. */
function callsFor(count: number, secrets: Secrets, step: Step): Promise<Calls> {
  return callsOf(() => {
    const parsed = parseSite({ ...siteOf(count, secrets), teams: teamsOf(count) });
    if (!parsed.ok) throw new Error(reportText(parsed.problems));
    const plan = watched(planSite(parsed.value, undefined, releasedEverywhere(parsed.value)));
    const app = new SiteApp();
    buildPlatform(app, plan);
    const manifests = manifestsOf(app);
    expect(check(manifests, plan).findings).toEqual([]);
    const budget = budgetOf(manifests, plan);
    step(plan, manifests);
    const told = [...plan.notices, ...paidNotices(plan, budget.beyond)];
    expect(`${noticesText(told)}${secretsText(plan.secrets.expected)}${budgetText(budget)}`).toContain('-passwords');
    inFolder((folder) => {
      const environment = { CDK8S_OUTDIR: join(folder, 'out') };
      const changes = publish(manifests, { 'budget.md': budgetMarkdown(budget) }, environment);
      expect(changes).toContain(`${manifests.length + 1} written`);
    });
  });
}

/** A value whose fields are read by a function, so that the reads are counted, however deep a field lies. */
function watched<T extends object>(value: T): T {
  const proxies = new WeakMap<object, object>();
  const proxyOf = (target: object): object => {
    const proxy = proxies.get(target) ?? new Proxy(target, { get: readOfPlan });
    proxies.set(target, proxy);
    return proxy;
  };
  const readOfPlan = (target: object, field: string | symbol, receiver: unknown) => {
    const inner: unknown = Reflect.get(target, field, receiver);
    return typeof inner === 'object' && inner !== null ? proxyOf(inner) : inner;
  };
  return proxyOf(value) as T;
}

/** Sorting takes between two and three times the steps for twice the items; a step that looks at all for each takes four times. */
const MOST = 3;

/** Fewer calls than this are of no account. */
const FEW = 500;

/** The functions whose calls grow much more from 50 services to 100 than from 25 to 50: twice as much is in step. */
async function culprits(secrets: Secrets, step: Step = () => {}): Promise<string[]> {
  const [first, second, third] = [
    await callsFor(25, secrets, step),
    await callsFor(50, secrets, step),
    await callsFor(100, secrets, step),
  ];
  const growsTooFast = ([name, calls]: readonly [string, number]) => {
    const before = second.get(name) ?? 0;
    return calls - before > FEW && calls - before > MOST * (before - (first.get(name) ?? 0));
  };
  return [...third].filter(growsTooFast).map(([name]) => name);
}

describe('the way from platform.ts to the files', { timeout: 120_000 }, () => {
  // V8 counts the calls of a function from some calls on: those of a first round are not all there.
  beforeAll(async () => {
    for (const secrets of BACKENDS) await callsFor(25, secrets, () => {});
  });

  test.each(BACKENDS)(
    'takes twice the steps for twice the services, each with a password from $backend',
    async (secrets) => {
      expect(await culprits(secrets)).toEqual([]);
    },
  );

  test('that looks at all objects for each object, or at all hosts of the plan for each host, would be seen', async () => {
    const lookedAtForEach = ({ object }: Manifest) => object.kind === 'Nothing';
    const step: Step = ({ hosts }, manifests) => {
      for (const _ of manifests) manifests.some(lookedAtForEach);
      for (const _ of hosts) JSON.stringify(hosts);
    };
    const found = await culprits({ backend: 'existing' }, step);
    expect(found).toContainEqual(expect.stringMatching(/^lookedAtForEach /));
    expect(found).toContainEqual(expect.stringMatching(/^readOfPlan /));
  });
});
