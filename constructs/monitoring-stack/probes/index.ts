export { probeJob } from './job.ts';
export { probeYaml } from './modules.ts';
export { Prober } from './prober.ts';
