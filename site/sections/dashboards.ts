import { z } from 'zod';
import { check } from '../fields/breach.ts';
import { checked, misfit } from '../fields/checked.ts';
import { notJson } from '../fields/json.ts';
import { dnsLabel } from '../fields/names.ts';
import { named } from '../fields/object.ts';
import { shown } from '../fields/shown.ts';

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

/** Whether nothing is left open: `__inputs`, or a `${DS_...}` that stands for one and that no variable of its own fills. */
function isFilledIn(dashboard: DashboardExport): boolean {
  if (Array.isArray(dashboard.__inputs) && dashboard.__inputs.length > 0) return false;
  const templating = dashboard.templating as { list?: readonly { name?: unknown }[] } | undefined;
  const known = Array.isArray(templating?.list) ? templating.list.map((variable) => variable?.name) : [];
  const asked = JSON.stringify(dashboard).matchAll(/\$\{(DS_\w+)\}/g);
  return [...asked].every(([, name]) => known.includes(name));
}

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
          rule: `holds ${found.what} at ${shown(found.place)}, which no JSON can`,
          fix: 'import the JSON that Grafana exports',
        };
      },
    },
    check('opened', ({ dashboard: inner }) => typeof inner !== 'object', {
      rule: 'is what the API answers, with the dashboard inside it',
      fix: 'save what stands under its key dashboard',
    }),
    check('uid', ({ uid }) => typeof uid === 'string' && /^[\w-]{1,40}$/.test(uid), {
      rule: 'has no uid of at most 40 letters, digits, hyphens and underscores',
      fix: 'export it from Grafana with its uid, or add one',
    }),
    check('title', ({ title }) => typeof title === 'string' && title.trim() !== '', {
      rule: 'has no title',
      fix: 'add one',
    }),
    check('filled-in', isFilledIn, {
      rule: 'asks for inputs that only a person fills in when it is imported, and would stay without data',
      fix: 'export it without "Export for sharing externally"; its data source then has the uid metrics or logs',
    }),
  ]),
);
