export { TeamService } from './team-service.ts';
export type {
  CronProcess,
  ServiceProcess,
  TaskProcess,
  TeamServiceProps,
  WebHealth,
  WebProcess,
  WorkerProcess,
} from './team-service-props.ts';
