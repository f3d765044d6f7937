import { ApiObject, type App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ConstructProblem } from './refusal.ts';

/** A chart and the objects that stand in it, in the order in which they were made. */
export interface ChartObjects {
  readonly chart: Chart;
  readonly objects: readonly ApiObject[];
}

/** What one walk through the whole tree finds. */
export interface Survey {
  readonly charts: readonly ChartObjects[];
  readonly problems: readonly ConstructProblem[];
}

interface Walk {
  readonly charts: { chart: Chart; objects: ApiObject[] }[];
  readonly problems: ConstructProblem[];
}

/**
 * Walks through the tree once: validates every construct, and gathers the objects by chart.
 *
 * cdk8s does the same for each chart again, which makes a thousand charts a thousand times as slow.
 */
export function survey(app: App): Survey {
  const walk: Walk = { charts: [], problems: [] };
  visitNode(app.node, undefined, walk);
  return walk;
}

function visitNode(node: IConstruct['node'], objects: ApiObject[] | undefined, walk: Walk): void {
  for (const rule of node.validate()) walk.problems.push({ construct: node.path, lines: rule.split('\n') });
  for (const child of node.children) visit(child, objects, walk);
}

function visit(construct: IConstruct, objects: ApiObject[] | undefined, walk: Walk): void {
  let inside = objects;
  if (Chart.isChart(construct)) {
    inside = [];
    walk.charts.push({ chart: construct as Chart, objects: inside });
    if (objects) walk.problems.push(nested(construct));
  } else if (ApiObject.isApiObject(construct)) {
    inside?.push(construct as ApiObject);
  }
  for (const dependency of construct.node.dependencies) {
    if (!isKeptByArgoCd(construct, dependency)) walk.problems.push(dependent(construct, dependency));
  }
  visitNode(construct.node, inside, walk);
}

/**
 * Whether Argo CD keeps this order by itself: cdk8s-plus lets each StatefulSet depend on its Service, and Argo CD applies
 * the Services of a wave before its workloads.
 */
function isKeptByArgoCd(source: IConstruct, target: IConstruct): boolean {
  if (!ApiObject.isApiObject(source) || (source as ApiObject).kind !== 'StatefulSet') return false;
  const service = ApiObject.isApiObject(target) ? target : target.node.defaultChild;
  return service !== undefined && ApiObject.isApiObject(service) && (service as ApiObject).kind === 'Service';
}

function nested({ node }: IConstruct): ConstructProblem {
  const lines = [
    'is a chart inside a chart; a chart is one folder of dist/, and folders do not nest',
    'make it beside the other charts, directly under the app',
  ];
  return { construct: node.path, lines };
}

function dependent({ node }: IConstruct, target: IConstruct): ConstructProblem {
  const lines = [
    `depends on ${target.node.path}, but files have no order`,
    "remove the dependency, and give the later one a later sync wave: the annotation 'argocd.argoproj.io/sync-wave'",
  ];
  return { construct: node.path, lines };
}
