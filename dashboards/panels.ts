import type * as cog from '@grafana/grafana-foundation-sdk/cog';
import {
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { type Panel, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import * as stats from '@grafana/grafana-foundation-sdk/stat';
import * as tables from '@grafana/grafana-foundation-sdk/table';
import * as lines from '@grafana/grafana-foundation-sdk/timeseries';

/** Where all queries go: the uid of the data source that the site provisions. */
export const METRICS = { type: 'prometheus', uid: 'metrics' };

/** One query and the name of the lines that it draws. */
export interface Query {
  readonly expr: string;

  /** Name of each line; may name labels: `{{instance}}`. */
  readonly legend?: string;
}

/** What every panel says. */
export interface PanelOptions {
  readonly title: string;

  /** What one learns from it, and what to look for. */
  readonly description: string;

  /** Unit in Grafana's words: `percentunit`, `bytes`, `reqps`. */
  readonly unit: string;

  readonly queries: readonly Query[];

  /** Width in columns, of which a row has 24. */
  readonly width?: number;
}

/** What a graph adds. */
export interface GraphOptions extends PanelOptions {
  /** Whether lines lie on top of one another, for parts of a whole. */
  readonly stacked?: boolean;

  /** Upper end of the scale, for shares of a whole. */
  readonly max?: number;
}

/** One value at which the colour turns to red, or one for orange before it. */
type Limits = readonly [red: number] | readonly [orange: number, red: number];

/** What a figure adds. */
export interface FigureOptions extends PanelOptions {
  /** Values at which the colour turns to orange and to red, or to red at once; falling ones mean that less is worse. */
  readonly limits?: Limits;
}

const HEIGHT = 8;
const FIGURE_HEIGHT = 5;

/** Lines over time. */
export function graph({ title, description, unit, queries, width = 12, stacked = false, max }: GraphOptions) {
  const panel = new lines.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(METRICS)
    .unit(unit)
    .min(0)
    .height(HEIGHT)
    .span(width)
    .fillOpacity(stacked ? 40 : 8)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .targets(queries.map((query, index) => rangeQuery(query, index)));
  if (stacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
  if (max !== undefined) panel.max(max);
  return panel;
}

/** One figure for now. */
export function figure({ title, description, unit, queries, width = 6, limits }: FigureOptions) {
  const panel = new stats.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(METRICS)
    .unit(unit)
    .height(FIGURE_HEIGHT)
    .span(width)
    .noValue('none')
    .targets(queries.map((query, index) => instantQuery(query, index)));
  if (limits) panel.thresholds(thresholds(limits));
  return panel;
}

/** A table for now: one row for each series, with its labels. */
export function table({ title, description, unit, queries, width = 24 }: PanelOptions): cog.Builder<Panel> {
  return new tables.PanelBuilder()
    .title(title)
    .description(description)
    .datasource(METRICS)
    .unit(unit)
    .height(HEIGHT)
    .span(width)
    .withTransformation({ id: 'organize', options: { excludeByName: { Time: true } } })
    .targets(queries.map((query, index) => instantQuery(query, index).format(PromQueryFormat.Table)));
}

function rangeQuery({ expr, legend = '' }: Query, index: number) {
  return new DataqueryBuilder().datasource(METRICS).refId(letter(index)).expr(expr).legendFormat(legend).range();
}

function instantQuery({ expr, legend = '' }: Query, index: number) {
  return new DataqueryBuilder().datasource(METRICS).refId(letter(index)).expr(expr).legendFormat(legend).instant();
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function thresholds(limits: Limits) {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps(limits));
}

/** From the lowest value up; the first colour holds below all of them. */
function steps([first, red]: Limits) {
  if (red === undefined) return [step(null, 'green'), step(first, 'red')];
  if (first < red) return [step(null, 'green'), step(first, 'orange'), step(red, 'red')];
  if (first > red) return [step(null, 'red'), step(red, 'orange'), step(first, 'green')];
  throw new Error(`the colour turns to orange and to red at ${red}; state one limit`);
}

function step(value: number | null, color: string) {
  return { value, color };
}
