import type * as cog from '@grafana/grafana-foundation-sdk/cog';
import {
  LegendDisplayMode,
  LegendPlacement,
  LogsSortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { type Panel, QueryVariableBuilder, VariableRefresh } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/logs';
import * as lines from '@grafana/grafana-foundation-sdk/timeseries';

/** Where queries for logs go: the uid of the data source that the site provisions, and its plugin. */
const LOGS = { type: 'victoriametrics-logs-datasource', uid: 'logs' };

/** How many lines a panel shows at most: the newest. More take a browser long. */
const LINES = 500;

/** A choice of values that a field of the logs has. */
export interface FieldChoice {
  readonly name: string;
  readonly label: string;
  readonly field: string;

  /** Among which logs values are looked for, in LogsQL. */
  readonly among: string;
}

/** What a panel of logs says. */
export interface LogOptions {
  readonly title: string;

  /** What one learns from it, and what to look for. */
  readonly description: string;

  /** In LogsQL, the language of the log store. */
  readonly expr: string;
}

/** A query as the plugin of the log store reads it; the library knows no types of it. */
class LogQuery implements cog.Builder<cog.Dataquery> {
  readonly #query: object;

  constructor(query: object) {
    this.#query = query;
  }

  build(): cog.Dataquery {
    return { refId: 'A', datasource: LOGS, ...this.#query, _implementsDataqueryVariant() {} } as cog.Dataquery;
  }
}

/** The newest lines, each with its fields when it is opened. */
export function logLines({ title, description, expr }: LogOptions): cog.Builder<Panel> {
  return new PanelBuilder()
    .title(title)
    .description(description)
    .datasource(LOGS)
    .height(20)
    .span(24)
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .sortOrder(LogsSortOrder.Descending)
    .targets([new LogQuery({ expr, queryType: 'instant', maxLines: LINES })]);
}

/**
 * How many lines there are over time.
 *
 * @param by field whose values have a bar each
 */
export function logCounts({ title, description, expr, by }: LogOptions & { readonly by: string }): cog.Builder<Panel> {
  return new lines.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(LOGS)
    .unit('short')
    .min(0)
    .height(6)
    .span(24)
    .fillOpacity(40)
    .stacking(new StackingConfigBuilder().mode(StackingMode.Normal))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi))
    .targets([
      new LogQuery({
        expr: `${expr} | stats by ("${by}") count() lines`,
        queryType: 'statsRange',
        legendFormat: `{{${by}}}`,
      }),
    ]);
}

/** The choice at the top of a dashboard. */
export function fieldChoice({ name, label, field, among }: FieldChoice) {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(LOGS)
    .query({ refId: name, type: 'fieldValue', field, query: among, limit: 500 })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .multi(true)
    .includeAll(true)
    .allValue('.*');
}
