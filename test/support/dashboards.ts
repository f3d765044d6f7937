import { commonDashboards, type Dashboard, homeDashboard } from '../../constructs/monitoring-stack/dashboards/index.ts';

/** The dashboards that every site of the platform has, in the order in which Grafana gets them. */
export const platformDashboards: readonly Dashboard[] = [...commonDashboards, homeDashboard].sort((one, other) =>
  one.uid < other.uid ? -1 : 1,
);

/** A query of a panel. */
interface Target {
  /** Where it stands: `node: Memory`. */
  readonly at: string;
  readonly expr: string;
  readonly queryType?: string;
}

/** A panel, as far as tests look at it. */
export interface Panel {
  readonly id: number;
  readonly title: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly fieldConfig?: {
    readonly defaults: { readonly thresholds?: { readonly steps: readonly { readonly value: number | null }[] } };
  };
  readonly targets: readonly (Omit<Target, 'at'> & { readonly datasource: { readonly uid: string } })[];
}

/** The panels of a dashboard of the platform. */
export function panelsOf({ panels }: Dashboard): readonly Panel[] {
  return panels as Panel[];
}

/** The queries of a dashboard that go to one data source. */
export function targetsOf(dashboard: Dashboard, uid: 'metrics' | 'logs'): readonly Target[] {
  return panelsOf(dashboard).flatMap(({ title, targets }) =>
    targets
      .filter(({ datasource }) => datasource.uid === uid)
      .map((target) => ({ ...target, at: `${dashboard.uid}: ${title}` })),
  );
}
