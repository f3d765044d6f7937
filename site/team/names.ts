import type { FieldCheck } from '../fields/breach.ts';
import { dnsLabel } from '../fields/names.ts';

/** Longest name of a team: with those of environment and service it becomes the name of a folder. */
const TEAM_LENGTH = 20;

/** Longest name of a service: with that of a process it becomes the name of a pod. */
const SERVICE_LENGTH = 24;

/** Longest name of a process: Kubernetes adds a time to the name of what starts by the clock. */
const PROCESS_LENGTH = 20;

/** Two hyphens in a row stand between a service and its process in the names of objects. */
const noDoubleHyphen: FieldCheck<string> = {
  id: 'single-hyphens',
  breach: (value) =>
    value.includes('--')
      ? {
          rule: 'has two hyphens in a row, which stand between a service and its process in the names of objects',
          fix: `write ${value.replaceAll(/-{2,}/g, '-')}`,
        }
      : undefined,
};

export const teamName = dnsLabel(TEAM_LENGTH, 'shop', noDoubleHyphen);
export const serviceName = dnsLabel(SERVICE_LENGTH, 'storefront', noDoubleHyphen);
export const processName = dnsLabel(PROCESS_LENGTH, 'images', noDoubleHyphen);
