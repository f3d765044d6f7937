import { describe, expect, test } from 'vitest';
import { outline } from '../../site/outline.ts';
import { planSite } from '../../site/plan/index.ts';
import { siteSchema } from '../../site/site.ts';
import { aSite } from '../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../support/teams.ts';
import { fieldsOfTeams, teamReference, valuesByDefault } from './support/team-reference.ts';

describe('docs/team-reference.md', () => {
  test('is what the types of teams say (npm run docs:teams writes it)', async () => {
    await expect(teamReference()).toMatchFileSnapshot('../../docs/team-reference.md');
  });

  test('has every field that a team may state, and no other', () => {
    const elsewhere = ['mail', 'telegram', 'slack', 'webhook'];
    const places = outline(siteSchema).map(({ path }) => path);
    const ofTeams = places.filter(([section]) => section === 'teams' || section === 'registries');
    const named = ofTeams.filter((path) => !elsewhere.some((name) => path.includes(name)) && path.length > 2);
    const names = named.map((path) => path.at(-1) as string).filter((name) => name !== '*' && name !== '[]');
    expect([...new Set(fieldsOfTeams())].sort()).toEqual([...new Set(names)].sort());
  });

  test('tells the defaults that the plan fills in', () => {
    const service = plannedWithDefaults();
    const { web, workers, cron, tasks } = service;
    expect(web?.size).toEqual({ millicores: 50, memoryMebibytes: 128 });
    expect(valuesByDefault()).toEqual({
      'Service.user': `${service.user}`,
      'Service.size': 's',
      'Service.replicas': `${web?.replicas}`,
      'Service.exposure': 'public',
      'Service.drain': `${web?.drainSeconds}s`,
      'Worker.replicas': `${workers.w?.replicas}`,
      'Worker.drain': `${workers.w?.drainSeconds}s`,
      'Worker.single': `${workers.w?.single}`,
      'Process that starts by the clock.zone': cron.c?.zone,
      'Task.within': `${(tasks.t?.withinSeconds ?? 0) / 3600}h`,
      ...{ 'Alert.for': '5m', 'Alert.severity': 'warning' },
    });
  });
});

/** A service with one process of each kind, and nothing that has a default. */
function plannedWithDefaults() {
  const command = ['bin/run'];
  const web = aService({
    workers: { w: { command } },
    cron: { c: { schedule: '0 6 * * *', command, within: '10m' } },
    tasks: { t: { command } },
  });
  const site = aSite({ teams: { shop: aTeam({ services: { web } }) } });
  const [service] = planSite(site, undefined, releasedEverywhere(site)).services;
  if (!service) throw new Error('no service is planned');
  return service;
}
