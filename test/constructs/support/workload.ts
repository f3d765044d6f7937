import type { Chart } from 'cdk8s';
import { Workload, type WorkloadProps } from '../../../constructs/workload/index.ts';
import { aFolder, only } from './synth.ts';

export const RESOURCES = {
  cpuMillis: { request: 20, limit: 500 },
  memoryMebibytes: { request: 64, limit: 128 },
  source: 'measured on a test site',
};

/** A workload with nothing that it may leave out. */
export const SMALLEST: WorkloadProps = {
  name: 'shop',
  component: 'web',
  image: 'ghcr.io/you/shop:1.4.2',
  user: 1000,
  resources: RESOURCES,
};

/** A chart with that workload, as far as it is not changed. */
export function aWorkload(props: Partial<WorkloadProps> = {}, chart = aFolder()): Chart {
  new Workload(chart, 'Shop', { ...SMALLEST, ...props });
  return chart;
}

/** The container of its process. */
export function container(chart: Chart, kind = 'Deployment') {
  return only(chart, kind).spec.template.spec.containers[0];
}
