import { type AlertRoute, nameOf } from './alerts/index.ts';
import { commonDashboards, type Dashboard } from './dashboards/index.ts';
import type { MonitoringPart } from './part.ts';
import { OWN_GROUP } from './rules/index.ts';
import { scrapeConfig } from './scrape/index.ts';

/** What its programs would not start with, or show one of without a word: things of one name. */
export function problems(
  parts: readonly MonitoringPart[],
  own: Readonly<Record<string, Dashboard>>,
  routes: readonly AlertRoute[],
): (string | undefined)[] {
  const jobs = scrapeConfig({ clusterState: '', jobs: parts.flatMap(({ scrape = [] }) => scrape) }).scrape_configs;
  const dashboards = [...commonDashboards, ...parts.flatMap((part) => part.dashboards ?? []), ...Object.values(own)];
  const groups = parts.flatMap(({ rules = [] }) => rules.map(({ name }) => name));
  return [
    ...twice(jobs.map((job) => job.job_name)).map(
      (name) => `'parts' has a second scrape job called '${name}'; give each job a name of its own`,
    ),
    ...twice(dashboards.map(({ uid }) => uid)).map(
      (uid) => `'parts' or 'dashboards' has a second dashboard with the uid '${uid}'; give each a uid of its own`,
    ),
    routes.some(({ labels }) => Object.keys(labels).length === 0)
      ? `'routes' has a route without labels, which would take the alerts of everybody; state whose alerts it is for`
      : undefined,
    ...twice(routes.map(nameOf)).map(
      (name) => `'routes' has a second route for '${name}'; state the receivers of both in one`,
    ),
    groups.includes(OWN_GROUP)
      ? `'parts' has a group of rules called '${OWN_GROUP}', as that of 'alerts' is; call it by what it is about`
      : undefined,
  ];
}

/** What stands in a list more than once, each named once. */
function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
