import { type AlertRoute, nameOf } from './alerts/index.ts';
import { commonDashboards, type Dashboard } from './dashboards/index.ts';
import type { MonitoringPart } from './part.ts';
import { OWN_GROUP } from './rules/index.ts';
import { scrapeConfig } from './scrape/index.ts';
import type { WatchedTeam } from './teams/index.ts';

/** What is stated by names. */
interface Stated {
  readonly parts?: readonly MonitoringPart[];
  readonly dashboards?: Readonly<Record<string, Dashboard>>;
  readonly teamDashboards?: Readonly<Record<string, Readonly<Record<string, Dashboard>>>>;
  readonly routes?: readonly AlertRoute[];
  readonly teams?: readonly WatchedTeam[];
}

/** What its programs would not start with, or show one of without a word: things of one name. */
export function problems({
  parts = [],
  dashboards: own = {},
  teamDashboards = {},
  routes = [],
  teams = [],
}: Stated): (string | undefined)[] {
  const jobs = scrapeConfig({ clusterState: '', jobs: parts.flatMap(({ scrape = [] }) => scrape) }).scrape_configs;
  const dashboards = [
    ...commonDashboards,
    ...parts.flatMap((part) => part.dashboards ?? []),
    ...[own, ...Object.values(teamDashboards)].flatMap((named) => Object.values(named)),
  ];
  const groups = parts.flatMap(({ rules = [] }) => rules.map(({ name }) => name));
  return [
    ...twice(jobs.map((job) => job.job_name)).map(
      (name) => `'parts' has a second scrape job called '${name}'; give each job a name of its own`,
    ),
    ...twice(dashboards.map(({ uid }) => uid)).map(
      (uid) =>
        `'parts', 'dashboards' or 'teamDashboards' has a second dashboard with the uid '${uid}'; give each a uid of its own`,
    ),
    routes.some(({ labels }) => Object.keys(labels).length === 0)
      ? `'routes' has a route without labels, which would take the alerts of everybody; state whose alerts it is for`
      : undefined,
    ...twice(routes.map(nameOf)).map(
      (name) => `'routes' has a second route for '${name}'; state the receivers of both in one`,
    ),
    ...twice(teams.map(({ team, environment }) => `${team} in ${environment}`)).map(
      (name) => `'teams' has ${name} a second time; state all of it in one`,
    ),
    teams.some(({ team }) => team === OWN_GROUP)
      ? `'teams' has a team called '${OWN_GROUP}', as the group of 'alerts' is; call it otherwise`
      : undefined,
    groups.includes(OWN_GROUP)
      ? `'parts' has a group of rules called '${OWN_GROUP}', as that of 'alerts' is; call it by what it is about`
      : undefined,
  ];
}

/** What stands in a list more than once, each named once. */
function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
