import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kubectl, kubectlJson } from '../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../cluster/support/objects.ts';
import { aSite } from '../support/site.ts';
import { aService, aTeam, releasedEverywhere } from '../support/teams.ts';
import {
  applications,
  areSettled,
  exists,
  refresh,
  standing,
  startOfOperations,
  until,
  untilAllSettled,
} from './support/argo-cd.ts';
import { applicationsIn, bootstrapFrom, bringSettings, nativeFiles, OWN_CONTACT } from './support/native-site.ts';
import { playControllers } from './support/played.ts';
import { SiteRepository } from './support/site-repository.ts';

const repository = new SiteRepository();
const own = { contact: OWN_CONTACT, git: { url: repository.url } };
const IN_NAMESPACE = ['--namespace', 'bakery-prod'];

/** The site with a team that bakes: a service with a job by the clock and a task, and another one beside it. */
function filesWithTeam(locale: string): Map<string, string> {
  const web = aService({
    ...{ host: 'www', guard: 'none', env: { LOCALE: locale } },
    cron: { prices: { schedule: '0 6 1 1 *', command: ['bin/prices'], within: '10m' } },
    tasks: { console: { command: ['bin/console'] } },
  });
  const site = aSite({ ...own, teams: { bakery: aTeam({ services: { web, oven: aService() } }) } });
  return nativeFiles(site, releasedEverywhere(site));
}

const without = nativeFiles(aSite(own));
const files = filesWithTeam('en');
const names = applicationsIn(files);

function variables(): string[] {
  const maps = kubectlJson<List<LiveObject>>('get', 'configmaps', ...IN_NAMESPACE, '--selector=service=web').items;
  return maps.map(({ metadata }) => metadata.name);
}

beforeAll(async () => {
  repository.publish(without);
  bringSettings();
  bootstrapFrom(repository.dist);
  await untilAllSettled(applicationsIn(without));
});

afterAll(() => repository.remove());

describe('a running site', () => {
  test('gets a team by one commit, and its new quota keeps no Service of it out', async () => {
    const commit = repository.publish(files);
    const seen = new Set<string>();

    await until('the team is there', () => {
      playControllers();
      refresh();
      for (const one of applications()) seen.add(standing(one));
      return areSettled(names, commit);
    });

    expect(names).toEqual(expect.arrayContaining(['bakery-prod', 'bakery-prod-web', 'bakery-prod-oven', 'teams']));
    expect([...seen].filter((line) => line.includes('quota'))).toEqual([]);
    expect(exists('service', 'web', ...IN_NAMESPACE)).toBe(true);
  });

  test('releases a service whose last run by the clock failed, and touches no other Application', async () => {
    const [old] = variables();
    const times = { lastScheduleTime: '2026-01-02T06:00:00Z', lastSuccessfulTime: '2026-01-01T06:01:00Z' };
    const failed = ['patch', 'cronjob', 'web--prices', ...IN_NAMESPACE, '--subresource=status', '--type=merge'];
    expect(kubectl([...failed, '--patch', JSON.stringify({ status: times })]).complaints).toBe('');
    const others = startOfOperations('bakery-prod-web');

    await untilAllSettled(names, repository.publish(filesWithTeam('de')));

    const now = variables();
    expect(now).toHaveLength(1);
    expect(now).not.toContain(old);
    expect(startOfOperations('bakery-prod-web')).toEqual(others);
  });

  test('loses what a team ran when the team leaves, and keeps its namespace', async () => {
    await untilAllSettled(applicationsIn(without), repository.publish(without));

    expect(exists('deployment', 'web', ...IN_NAMESPACE)).toBe(false);
    expect(exists('service', 'oven', ...IN_NAMESPACE)).toBe(false);
    expect(exists('namespace', 'bakery-prod')).toBe(true);
  });
});
