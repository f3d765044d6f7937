import { type Chart, Duration } from 'cdk8s';
import { TeamService, type TeamServiceProps, type WebProcess } from '../../../constructs/team-service/index.ts';
import { aFolder, objects, type Rendered } from './synth.ts';

/** What a process of these tests reserves. */
export const SIZE = { cpuMillis: 50, memoryMebibytes: 128 };

/** A process that answers requests, with nothing that it may leave out. */
export const WEB: WebProcess = {
  ...{ port: 8080, size: SIZE, drain: Duration.seconds(30) },
  health: { ready: '/ready', alive: '/alive' },
};

/** A service with one process of each kind, as far as it is not changed. */
export function aService(changes: Partial<TeamServiceProps> = {}): Chart {
  const chart = aFolder('shop-prod-storefront');
  new TeamService(chart, 'Service', {
    ...{ name: 'storefront', image: 'ghcr.io/acme/storefront:1.4.2', user: 10_001, sizesFrom: 'made up for this' },
    variables: { PORT: '8080', LOCALE: 'en' },
    web: WEB,
    workers: { images: { command: ['bin/images'], drain: Duration.minutes(2), size: SIZE } },
    cron: { prices: { command: ['bin/prices'], schedule: '0 6 * * *', within: Duration.minutes(10), size: SIZE } },
    tasks: { console: { command: ['bin/console'], within: Duration.hours(1), size: SIZE } },
    ...changes,
  });
  return chart;
}

/** The object of a kind and a name. */
export function named(chart: Chart, kind: string, name: string): Rendered {
  const found = objects(chart).find((one) => one.kind === kind && one.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

/** The template of the pods of every process, by the name of the process's object. */
export function templates(chart: Chart): Record<string, Rendered> {
  const workloads = objects(chart).filter(({ kind }) => kind === 'Deployment' || kind === 'CronJob');
  return Object.fromEntries(
    workloads.map(({ kind, metadata, spec }) => [
      metadata.name,
      kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template,
    ]),
  );
}

/** The Deployment of the process that answers requests. */
export function web(changes: Partial<WebProcess> = {}, more: Partial<TeamServiceProps> = {}): Rendered {
  return named(aService({ web: { ...WEB, ...changes }, ...more }), 'Deployment', 'storefront');
}

/** The container of a Deployment. */
export function containerOf({ spec }: Rendered): Rendered {
  return spec.template.spec.containers[0];
}
