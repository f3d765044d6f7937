import { type Cases, fires, silent } from '../rules/case.ts';
import { at, PROD, podSeries } from './pods.ts';

const STOREFRONT = { service: 'storefront' };
const HOUR = 3600;
const PRICES = `${PROD},service="storefront",cronjob="storefront--prices"`;

/** A run of the CronJob that began then. */
function begun(run: string, start: number) {
  const labels = `${PROD},service="storefront",job_name="storefront--prices-${run}"`;
  return {
    [`kube_job_owner{${labels},owner_kind="CronJob",owner_name="storefront--prices"}`]: '1x30',
    [`kube_job_status_start_time{${labels}}`]: at(start, 30),
  };
}

function succeeded(run: string, start: number) {
  const labels = `${PROD},service="storefront",job_name="storefront--prices-${run}"`;
  return { ...begun(run, start), [`kube_job_status_completion_time{${labels}}`]: at(start + 60, 30) };
}

function failed(run: string, start: number) {
  const labels = `${PROD},service="storefront",job_name="storefront--prices-${run}",condition="true"`;
  return { ...begun(run, start), [`kube_job_failed{${labels}}`]: '1x30' };
}

export const cron: Cases = {
  CronLate: [
    fires(
      'when its last success was 26 hours ago',
      '10m',
      {
        [`kube_cronjob_status_last_successful_time{${PRICES}}`]: at(-26 * HOUR),
        [`kube_cronjob_created{${PRICES}}`]: at(-90 * HOUR),
      },
      { ...STOREFRONT, cronjob: 'storefront--prices' },
      'storefront--prices of storefront of shop in prod has not succeeded for 1d 2h 10m 0s',
    ),
    fires(
      'when it never succeeded since it was made 26 hours ago',
      '10m',
      { [`kube_cronjob_created{${PRICES}}`]: at(-26 * HOUR) },
      { ...STOREFRONT, cronjob: 'storefront--prices' },
      'storefront--prices of storefront of shop in prod has not succeeded for 1d 2h 10m 0s',
    ),
    silent('when that was a day ago', '10m', {
      [`kube_cronjob_status_last_successful_time{${PRICES}}`]: at(-24 * HOUR),
      [`kube_cronjob_created{${PRICES}}`]: at(-90 * HOUR),
    }),
    silent('when it was made a day ago', '10m', { [`kube_cronjob_created{${PRICES}}`]: at(-24 * HOUR) }),
  ],
  CronFailed: [
    fires(
      'when a run failed after others succeeded',
      '5m',
      { ...succeeded('1', -7200), ...failed('2', -3600) },
      { ...STOREFRONT, cronjob: 'storefront--prices', owner_name: 'storefront--prices' },
      'A run of storefront--prices of storefront of shop in prod has failed',
    ),
    silent('when a later one succeeded', '5m', { ...failed('2', -7200), ...succeeded('3', -3600) }),
    silent('when a task that somebody started failed', '5m', {
      [`kube_job_failed{${PROD},service="storefront",job_name="storefront--console-x",condition="true"}`]: '1x30',
    }),
  ],
};

/** Periods of a container in which it computed, and in which it was kept from it. */
function throttled(pod: string, part: number) {
  const labels = `${PROD},service="storefront",pod="${pod}",container="main",node="a"`;
  return {
    [`container_cpu_cfs_periods_total{${labels}}`]: '0+600x120',
    [`container_cpu_cfs_throttled_periods_total{${labels}}`]: `0+${600 * part}x120`,
  };
}

const MEBIBYTE = 1024 ** 2;
const POD = 'storefront-7d4b9c8f6d-x2x4z';

function memory(taken: number) {
  const labels = `${PROD},service="storefront",pod="${POD}",container="main"`;
  return {
    [`container_memory_working_set_bytes{${labels},node="a",instance="a"}`]: `${taken * MEBIBYTE}x60`,
    [`kube_pod_container_resource_limits{${labels},resource="memory",unit="byte"}`]: `${256 * MEBIBYTE}x60`,
    [`kube_pod_container_resource_limits{${labels},resource="cpu",unit="core"}`]: '0.4x60',
  };
}

function killed(restarts: string, reason: string) {
  const labels = `${PROD},service="storefront",pod="${POD}",container="main"`;
  return {
    ...podSeries({ pod: POD, service: 'storefront', ready: '1x60', started: at(0), restarts }),
    [`kube_pod_container_status_last_terminated_reason{${labels},reason="${reason}"}`]: '1x60',
  };
}

export const resources: Cases = {
  ServiceThrottled: [
    fires(
      'when it is kept from computing in half of its periods for an hour',
      '90m',
      throttled(POD, 0.5),
      STOREFRONT,
      'storefront of shop in prod is kept from computing in 50% of its periods',
    ),
    silent('for a tenth of them', '90m', throttled(POD, 0.1)),
    silent('for the first minutes, in which it warms up', '40m', throttled(POD, 0.9)),
    silent('for a worker, which takes what it gets', '90m', throttled('storefront--images-7d4b9c8f6d-x2x4z', 0.9)),
  ],
  MemoryNearLimit: [
    fires(
      'when it takes 240 of 256 Mi',
      '30m',
      memory(240),
      STOREFRONT,
      'storefront of shop in prod takes 93.75% of the memory that it may',
    ),
    silent('when it takes half', '30m', memory(128)),
  ],
  OutOfMemory: [
    fires(
      'when a pod was killed at its limit',
      '35m',
      killed('0x30 1x30', 'OOMKilled'),
      STOREFRONT,
      'A pod of storefront of shop in prod was killed at its memory limit',
    ),
    silent('when it ended for another reason', '35m', killed('0x30 1x30', 'Error')),
    silent('when that was long ago', '60m', killed('0x30 1x30', 'OOMKilled')),
  ],
};

/** Answers of Traefik by their codes, in a minute. */
function answers(byCode: Readonly<Record<string, number>>, service = 'storefront') {
  return Object.fromEntries(
    Object.entries(byCode).map(([code, number]) => [
      `traefik_service_requests_total{team="shop",environment="prod",service="${service}",namespace="edge",code="${code}"}`,
      `0+${number}x60`,
    ]),
  );
}

/** Answers in a minute, and those that came within five seconds. */
function durations(all: number, inTime: number, protocol = 'http') {
  const labels = `team="shop",environment="prod",service="storefront",namespace="edge",code="200",protocol="${protocol}"`;
  return {
    [`traefik_service_request_duration_seconds_count{${labels}}`]: `0+${all}x60`,
    [`traefik_service_request_duration_seconds_bucket{${labels},le="5"}`]: `0+${inTime}x60`,
    [`traefik_service_request_duration_seconds_bucket{${labels},le="+Inf"}`]: `0+${all}x60`,
  };
}

export const edge: Cases = {
  ServiceErrors: [
    fires(
      'when one of ten answers is an error',
      '20m',
      answers({ 200: 540, 502: 60 }),
      STOREFRONT,
      'storefront of shop in prod answers 10% of all requests with an error',
    ),
    silent('when one of a hundred is', '20m', answers({ 200: 594, 500: 6 })),
    silent('when the only request in a minute fails now and then', '20m', answers({ 200: 1, 500: 1 })),
    silent('when users ask for what is not there', '20m', answers({ 200: 60, 404: 540 })),
  ],
  ServiceSlow: [
    fires(
      'when a tenth needs more than five seconds',
      '40m',
      durations(100, 90),
      STOREFRONT,
      'storefront of shop in prod needs more than 5 seconds for 10% of its answers',
    ),
    silent('when one of fifty does', '40m', durations(100, 98)),
    silent('when connections stay open', '40m', durations(100, 0, 'websocket')),
    silent('when one single request does', '16m', durations(0.5, 0)),
  ],
};
