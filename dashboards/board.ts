import type * as cog from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type FieldChoice, fieldChoice } from './log-panels.ts';
import { METRICS } from './panels.ts';

/** A choice at the top of a dashboard. */
export interface Choice {
  /** Name by which queries use it: `$instance`. */
  readonly name: string;
  readonly label: string;

  /** Query for the values: `label_values(up, job)`. */
  readonly query: string;
}

/** A whole dashboard. */
export interface Board {
  /** Never changes: links and bookmarks contain it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly choices?: readonly Choice[];

  /** Choices of values in the logs, behind the others. */
  readonly fields?: readonly FieldChoice[];

  /** A field in which one writes, behind all choices. */
  readonly text?: { readonly name: string; readonly label: string; readonly description: string };
  readonly panels: readonly cog.Builder<Panel>[];
}

/** The dashboard as Grafana reads it. */
export function built({ uid, title, description, choices = [], fields = [], text, panels }: Board) {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['platform'])
    .readonly()
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('1m');
  for (const { name, label, query } of choices) builder.withVariable(choice(name, label, query));
  for (const field of fields) builder.withVariable(fieldChoice(field));
  if (text) {
    const { name, label, description } = text;
    builder.withVariable(new TextBoxVariableBuilder(name).label(label).description(description).defaultValue(''));
  }
  for (const panel of panels) builder.withPanel(panel);
  const dashboard = builder.build();
  // Links to a panel and exports name it by its number.
  return { ...dashboard, panels: dashboard.panels?.map((panel, index) => ({ id: index + 1, ...panel })) ?? [] };
}

function choice(name: string, label: string, query: string) {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(METRICS)
    .query(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .multi(true)
    .includeAll(true)
    .allValue('.*');
}
