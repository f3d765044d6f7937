import { z } from 'zod';
import { check } from '../fields/breach.ts';
import { checked, misfit } from '../fields/checked.ts';
import { notJson } from '../fields/json.ts';
import { dnsLabel } from '../fields/names.ts';
import { named } from '../fields/object.ts';

/** A dashboard as Grafana exports it: save the JSON into your repository and import it in `platform.ts`. */
export interface DashboardExport {
  /** By which links find it; no two dashboards have the same. */
  readonly uid: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

const EXAMPLE = { uid: 'nas', title: 'NAS' };

const dashboard = z.custom<DashboardExport>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  {
    error: misfit({
      what: 'a dashboard as Grafana exports it',
      fix: () => "write import nas from './dashboards/nas.json' at the top, and nas here",
      standIn: EXAMPLE,
    }),
  },
);

export const dashboardsSchema = named(
  'dashboard',
  { nas: EXAMPLE },
  dnsLabel(40, 'nas'),
  checked(dashboard, EXAMPLE, [
    {
      id: 'json',
      breach: (value) => {
        const found = notJson(value);
        if (!found) return undefined;
        return {
          found: '',
          rule: `holds ${found.what} at ${found.place}, which no JSON can`,
          fix: 'import the JSON that Grafana exports',
        };
      },
    },
    check('uid', ({ uid }) => typeof uid === 'string' && /^[\w-]{1,40}$/.test(uid), {
      rule: 'has no uid of at most 40 letters, digits, hyphens and underscores',
      fix: 'export it from Grafana with its uid, or add one',
    }),
    check('title', ({ title }) => typeof title === 'string' && title.trim() !== '', {
      rule: 'has no title',
      fix: 'add one',
    }),
    check('inputs', ({ __inputs: inputs }) => !Array.isArray(inputs) || inputs.length === 0, {
      rule: 'asks which data sources it shall use (__inputs), and nobody answers where it comes from git',
      fix: 'export it again, not for sharing externally',
    }),
  ]),
);
