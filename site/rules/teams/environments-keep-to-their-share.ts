import { grouped } from '../../grouped.ts';
import { forPeople } from '../../plan/quotas.ts';
import { type Share, sharesOf } from '../../plan/shares.ts';
import { type Amount, type Need, needOf, sumOf } from '../../plan/teams/need.ts';
import { releasedServices } from '../../plan/teams/released.ts';
import { servicePlan } from '../../plan/teams/service-plans.ts';
import type { Project } from '../../stated.ts';
import type { ConflictBetween, RuleBetween } from '../rule.ts';

/** A service, and what it takes. */
interface Taking {
  readonly name: string;
  readonly need: Need;
}

/** What runs in an environment fits into its share, also while the largest of it is released. */
export const environmentsKeepToTheirShare: RuleBetween<Project> = {
  id: 'environments-keep-to-their-share',
  conflicts: (project) => {
    const { cloud, environments } = project.site;
    const left = forPeople(cloud);
    const taking = takingIn(project);
    const needs = new Map([...taking].map(([name, services]) => [name, amountOf(services)]));
    return sharesOf(left, environments).flatMap((share) => {
      const needed = needs.get(share.environment);
      if (!needed || fits(needed, share)) return [];
      const services = taking.get(share.environment) ?? [];
      const percent = percentOf(needed, left);
      const others = [...needs].filter(([name]) => name !== share.environment);
      const free = 100 - others.reduce((sum, [, amount]) => sum + percentOf(amount, left), 0);
      return [conflict(share, services, percent <= free ? percent : undefined)];
    });
  },
};

/** What is released in each environment, and what it takes. */
function takingIn({ site, versions }: Project): Map<string, Taking[]> {
  const taking = releasedServices(site, versions).map((one) => {
    // What a service uses takes nothing here, and may not be there: another rule says so.
    const alone = { ...one, there: { ...one.there, uses: [] } };
    const need = needOf(servicePlan(site, alone, undefined));
    return { name: `${one.team}/${one.service}`, environment: one.environment, need };
  });
  return grouped(taking, ({ environment }) => environment);
}

/** What services take while the one is released that takes most for it. */
function amountOf(services: readonly Taking[]): Amount {
  const steady = sumOf(services.map(({ need }) => need.steady));
  const most = (field: keyof Amount) => Math.max(0, ...services.map(({ need }) => need.release[field]));
  const release = { millicores: most('millicores'), memoryMebibytes: most('memoryMebibytes'), pods: most('pods') };
  return sumOf([steady, release]);
}

function fits(needed: Amount, { millicores, memoryMebibytes, pods }: Share): boolean {
  return needed.millicores <= millicores && needed.memoryMebibytes <= memoryMebibytes && needed.pods <= pods;
}

/** The share that is needed of what the nodes have for people, in whole percent. */
function percentOf(needed: Amount, left: Amount): number {
  const parts = (['millicores', 'memoryMebibytes', 'pods'] as const).map((field) => needed[field] / left[field]);
  return Math.ceil(Math.max(...parts) * 100);
}

/** As many as are enough to see where it goes. */
const SHOWN = 3;

function conflict(share: Share, services: readonly Taking[], percent: number | undefined): ConflictBetween {
  const needed = amountOf(services);
  const largest = [...services].sort((one, other) => weightOf(other, share) - weightOf(one, share)).slice(0, SHOWN);
  const lines = largest.map(
    ({ name, need }) => `  ${name} takes ${text(need.steady)}, and ${text(need.release)} more in a release`,
  );
  const all = 'give the largest of these a smaller size or fewer replicas, or the site a larger node or another one';
  return {
    in: 'site',
    path: ['environments', share.environment],
    with: [['teams'], ['cloud', 'nodes'], ['environments']].map((path) => ({ in: 'site', path })),
    found: share.environment,
    rule: `needs ${text(needed)} with its largest release, and has ${text(share)}\n${lines.join('\n')}`,
    fix: percent === undefined ? all : `write share: ${percent}, and less for the others if need be; or ${all}`,
  };
}

/** How much of a share something takes. */
function weightOf({ need }: Taking, share: Share): number {
  const { millicores, memoryMebibytes, pods } = sumOf([need.steady, need.release]);
  return Math.max(millicores / share.millicores, memoryMebibytes / share.memoryMebibytes, pods / share.pods);
}

function text({ millicores, memoryMebibytes, pods }: Amount): string {
  return `${millicores}m, ${memoryMebibytes}Mi and ${pods} ${pods === 1 ? 'pod' : 'pods'}`;
}
