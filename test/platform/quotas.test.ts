import { expect, test } from 'vitest';
import { budgetOf } from '../../policies/budget/index.ts';
import { parseSite } from '../../site/index.ts';
import { planSite } from '../../site/plan/index.ts';
import { forPeople } from '../../site/plan/quotas.ts';
import { acceptedSites } from '../fixtures/read.ts';
import { manifestsOfPlan } from '../support/site.ts';

const sites = await acceptedSites();

test.each(sites)('quotas promise no more than the platform of $name really leaves', ({ site }) => {
  const parsed = parseSite(site);
  if (!parsed.ok) throw new Error('an accepted site is refused');
  const plan = planSite(parsed.value);
  const { left, shares } = budgetOf(manifestsOfPlan(plan), plan);
  const planned = forPeople(plan.cloud);
  const limits = shares.reduce((sum, { memoryLimitMebibytes }) => sum + memoryLimitMebibytes, 0);
  expect(planned.millicores).toBeLessThanOrEqual(left.millicores);
  expect(planned.memoryMebibytes).toBeLessThanOrEqual(left.memoryMebibytes);
  expect(planned.memoryLimitMebibytes).toBeLessThanOrEqual(limits);
  expect(planned.pods).toBeLessThanOrEqual(left.pods);
});
