import type { Series } from '../rules/case.ts';

/** The first moment of every test of vmalert-tool, 2000-01-01, in seconds. */
const BEGIN = Date.UTC(2000, 0, 1) / 1000;

/** A time after the beginning of the test, in seconds, that a series has for as many minutes. */
export function at(seconds: number, minutes = 200): string {
  return `${BEGIN + seconds}x${minutes}`;
}

/** Labels that scraping gives to every series of the namespace. */
export const PROD = 'team="shop",environment="prod",namespace="shop-prod"';

/** A pod over the minutes of a test, in the notation of promtool. */
export interface PodOverTime {
  readonly pod: string;
  readonly service: string;

  /** Whether it was ready: `0x9 1x20`. */
  readonly ready: string;

  /** When its container started. */
  readonly started: string;

  /** Whether it ran, while there was a pod. */
  readonly running?: string;
  readonly restarts?: string;
}

/** The series that kube-state-metrics has of a pod. */
export function podSeries(one: PodOverTime): Series {
  const { pod, service, ready, started, running = '1x200', restarts = '0x200' } = one;
  const labels = `${PROD},service="${service}",pod="${pod}"`;
  const container = `${labels},container="main"`;
  return {
    [`kube_pod_container_status_ready{${container}}`]: ready,
    [`kube_pod_container_status_running{${container}}`]: running,
    [`kube_pod_container_state_started{${container}}`]: started,
    [`kube_pod_start_time{${labels}}`]: started,
    [`kube_pod_container_status_restarts_total{${container}}`]: restarts,
  };
}

/** A Deployment over the minutes of a test. */
export interface DeploymentOverTime {
  readonly deployment: string;
  readonly service: string;
  readonly wanted: string;
  readonly ready: string;
  readonly created?: string;
}

/** The series that kube-state-metrics has of a Deployment. */
export function deploymentSeries({ deployment, service, wanted, ready, created }: DeploymentOverTime): Series {
  const labels = `${PROD},service="${service}",deployment="${deployment}"`;
  return {
    [`kube_deployment_spec_replicas{${labels}}`]: wanted,
    [`kube_deployment_status_replicas_ready{${labels}}`]: ready,
    [`kube_deployment_created{${labels}}`]: created ?? at(-86_400),
  };
}

/** A condition of a Deployment of the storefront. */
export function condition(type: string, reason: string, status: string, values: string): Series {
  const labels = `${PROD},service="storefront",deployment="storefront"`;
  return {
    [`kube_deployment_status_condition{${labels},condition="${type}",reason="${reason}",status="${status}"}`]: values,
  };
}

/** A container of the storefront that waits. */
export function waiting(reason: string, values: string): Series {
  const labels = `${PROD},service="storefront",pod="storefront-7d4b9c8f6d-x2x4z",container="main"`;
  return { [`kube_pod_container_status_waiting_reason{${labels},reason="${reason}"}`]: values };
}
