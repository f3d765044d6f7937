import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VersionsOfTeams } from '../../site/plan/index.ts';
import { kubectl, kubectlJson } from '../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../cluster/support/objects.ts';
import { aSite } from '../support/site.ts';
import { aService, aTeam, releasedEverywhere, type Teams } from '../support/teams.ts';
import { areSettled, refresh, startOfOperations, until, untilAllSettled } from './support/argo-cd.ts';
import { controllers } from './support/controllers.ts';
import { applicationsIn, bootstrapFrom, bringSettings, nativeFiles, OWN_CONTACT } from './support/native-site.ts';
import { playControllers } from './support/played.ts';
import { SiteRepository } from './support/site-repository.ts';

/** Services in each of the three environments. `MANY_SERVICES=100` makes 300 Applications of services. */
const SERVICES = Number(process.env.MANY_SERVICES ?? 3);

const ENVIRONMENTS = { prod: {}, staging: {}, ci: {} };

/** Services that a team has. */
const OF_A_TEAM = 10;

/** Milliseconds between two looks: a site looks at git every two minutes. */
const LOOK = 10_000;

/** Longest wait in seconds for so many Applications. */
const PATIENCE = 540;

/** The pods of so many services find no room on a free node; nothing runs in them. */
const ROOM = { cpu: '64', memory: '256Gi', pods: '1000', 'ephemeral-storage': '1Ti' };

const repository = new SiteRepository();
const own = { contact: OWN_CONTACT, git: { url: repository.url } };
const without = nativeFiles(aSite(own));
const site = aSite({ ...own, environments: ENVIRONMENTS, teams: manyTeams() });
const versions = releasedEverywhere(site);
const files = nativeFiles(site, versions);
const names = applicationsIn(files);

function manyTeams(): Teams {
  const service = aService({ size: { cpu: '10m', memory: '16Mi' } });
  const teams: Record<string, ReturnType<typeof aTeam>> = {};
  for (let first = 0; first < SERVICES; first += OF_A_TEAM) {
    const numbers = Array.from({ length: Math.min(OF_A_TEAM, SERVICES - first) }, (_, index) => first + index);
    teams[`team${first}`] = aTeam({ services: Object.fromEntries(numbers.map((number) => [`web${number}`, service])) });
  }
  return teams;
}

/** The versions with another one of the first service in prod. */
function withNextVersion(): VersionsOfTeams {
  const { team0 = {}, ...others } = versions;
  return { ...others, team0: { ...team0, web0: { ...team0.web0, prod: { version: '1.5.0' } } } };
}

function makeRoom(): void {
  for (const { metadata } of kubectlJson<List<LiveObject>>('get', 'nodes').items) {
    const patch = JSON.stringify({ status: { capacity: ROOM, allocatable: ROOM } });
    kubectl(['patch', 'node', metadata.name, '--subresource=status', '--type=merge', '--patch', patch]);
  }
}

/** Waits until all of a commit is brought, with a word to Argo CD now and then; answers the seconds. */
async function untilBrought(commit: string, wanted = names): Promise<number> {
  const begin = Date.now();
  const end = begin + PATIENCE * 1000;
  while (!areSettled(wanted, commit)) {
    if (Date.now() > end) await until('all Applications Synced and Healthy', () => areSettled(wanted, commit), 1);
    playControllers();
    refresh();
    await pause(LOOK);
  }
  return Math.round((Date.now() - begin) / 1000);
}

/** What the controllers have used until now, in words. */
function used(): string {
  return controllers()
    .map(({ name, memory, processor }) => `${name} ${memory} MiB at most, ${processor} s of a processor`)
    .join('; ');
}

beforeAll(async () => {
  makeRoom();
  repository.publish(without);
  bringSettings();
  bootstrapFrom(repository.dist);
  await untilAllSettled(applicationsIn(without));
});

afterAll(() => repository.remove());

test(`${3 * SERVICES} services get there by one commit, and a change of a version touches one Application`, async () => {
  console.log(`before: ${used()}`);
  const seconds = await untilBrought(repository.publish(files));
  console.log(`${names.length} Applications after ${seconds} s: ${used()}`);

  const others = startOfOperations('team0-prod-web0');
  const next = nativeFiles(site, withNextVersion());
  const changed = [...next].filter(([path, text]) => files.get(path) !== text).map(([path]) => path);
  const again = await untilBrought(repository.publish(next));
  console.log(`one of them after ${again} s: ${used()}`);

  expect(changed).toEqual(['team0-prod-web0/deployment.web0.yaml']);
  expect(startOfOperations('team0-prod-web0')).toEqual(others);
});

test('they all leave by one commit, and hold up nothing else', async () => {
  const commit = repository.publish(without);
  const seconds = await untilBrought(commit, applicationsIn(without));
  console.log(`gone after ${seconds} s: ${used()}`);
});
