import { App, Chart } from 'cdk8s';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { DeclaredTasks } from '../../../platform/cluster/declared-tasks.ts';
import { TeamsAccess } from '../../../platform/teams/access.ts';
import type { ServicePlan } from '../../../site/plan/teams/service-plan.ts';
import { aSite, manifestsOfSite } from '../../support/site.ts';
import { aTask } from '../../support/team-task.ts';
import { kubectl } from './kubectl.ts';
import { untilNothing } from './patience.ts';
import { applied } from './people.ts';

/** Namespaces of the team whose people are tried. */
export const OWN = ['shop-prod', 'shop-staging'];

/** And that of another team. */
export const OTHER = 'search-prod';

const task = { size: { millicores: 50, memoryMebibytes: 128 }, command: ['bin/console'], withinSeconds: 3600 };
const SERVICES: readonly Pick<ServicePlan, 'name' | 'tasks'>[] = [
  { name: 'storefront', tasks: { console: task, import: task } },
  { name: 'admin', tasks: { report: task } },
  { name: 'api', tasks: { reindex: task } },
];

/** A person of the team `shop`, and somebody whom no team names, in a cluster with two teams and their tasks. */
export async function makeTeams(person: string, stranger: string): Promise<void> {
  const site = manifestsOfSite(aSite({ access: { [person]: { role: 'team' }, [stranger]: { role: 'team' } } }));
  applied(site.flatMap(({ object }) => (object.kind === 'Namespace' ? object : [])));
  applied([...OWN, OTHER].map(aNamespace));
  applied(site.filter(({ folder }) => folder === 'access').map(({ object }) => object));
  applied(objectsOf('cluster', (chart) => new DeclaredTasks(chart, 'Tasks', SERVICES)));
  const rights = OWN.map((namespace) => ({ namespace, kubectl: [person] }));
  const nobodys = { namespace: OTHER, kubectl: [] };
  applied(objectsOf('teams', (chart) => new TeamsAccess(chart, 'Access', [...rights, nobodys])));
  applied([
    ...OWN.flatMap((one) => [aTask(one, 'storefront', 'console'), aTask(one, 'admin', 'report')]),
    aTask(OTHER, 'api', 'reindex'),
  ]);
  // New policies count after a moment.
  await untilNothing(() => (asksPeople(person) ? [] : ['a Job that names no task is still let in']));
}

/** Removes all of it but the policies, of which one must stay: without any the API server stops to look at CronJobs. */
export function endTeams(...names: readonly string[]): void {
  for (const name of names) kubectl(['delete', 'serviceaccount', name, '--namespace', 'access']);
  kubectl(['delete', 'namespace', ...OWN, OTHER, '--wait=false']);
}

/** The objects of a chart that stands for a folder. */
function objectsOf(folder: string, build: (chart: Chart) => void): KubeObject[] {
  const chart = new Chart(new App(), folder, { disableResourceNameHashes: true });
  build(chart);
  return chart.toJson() as KubeObject[];
}

function aNamespace(name: string): KubeObject {
  const [team = '', environment = ''] = name.split('-');
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { team, environment } } };
}

function asksPeople(person: string): boolean {
  const groups = ['--as-group=system:serviceaccounts', '--as-group=system:serviceaccounts:access'];
  const who = [`--as=system:serviceaccount:access:${person}`, ...groups];
  const what = ['create', 'job', 'intruder', '--image=busybox', '--namespace', 'shop-prod', '--dry-run=server'];
  return kubectl([...what, ...who]).complaints.includes('people-start-declared-tasks');
}
