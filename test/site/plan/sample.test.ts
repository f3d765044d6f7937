import { expect, test } from 'vitest';
import { planSite, sampleOf } from '../../../site/plan/index.ts';
import { aSite, manifestsOfPlan } from '../../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../../support/teams.ts';

const services = { web: aService({ host: 'web', guard: 'none' }), api: aService() };
const everything = aSite({
  environments: { prod: { share: 40 }, staging: { share: 40 } },
  teams: { shop: aTeam({ services }), search: aTeam({ services: { ...services, web: aService() } }) },
});
const plan = planSite(everything, undefined, releasedEverywhere(everything));

const kinds = (sample: typeof plan) => new Set(manifestsOfPlan(sample).map(({ object }) => object.kind));

test('a sample of a site has an object of every kind that the site has, of one service of one team', () => {
  const sample = sampleOf(plan);
  expect(kinds(sample)).toEqual(kinds(plan));
  expect(sample.services.map(({ folder }) => folder)).toEqual(['shop-prod-web']);
  expect(sample.folders.filter(({ owner }) => owner.kind === 'team').map(({ id }) => id)).toEqual([
    'shop-prod',
    'shop-prod-web',
  ]);
  expect(Object.keys(sample.home?.services ?? {})).toHaveLength(1);
});

test('a site without teams keeps what it has of the platform', () => {
  const alone = planSite(aSite());
  expect(sampleOf(alone)).toEqual({ ...alone, home: expect.anything(), secrets: expect.anything() });
});
