import type { ApiObject, App, Chart } from 'cdk8s';
import { kindOf } from '../kubernetes/kinds.ts';
import type { Manifest } from '../kubernetes/manifest.ts';
import type { KubeObject } from '../kubernetes/object.ts';
import { isBuiltInClusterScoped, isClusterScoped } from '../kubernetes/scopes.ts';
import { fileName, fileNameProblem } from './file-name.ts';
import { type Complaint, finished } from './finished.ts';
import { canonicalizeQuantities } from './quantity-fields.ts';
import { type ConstructProblem, refuseAll } from './refusal.ts';
import { survey } from './survey.ts';

/**
 * The folder of namespaces and of everything else that lives in no namespace.
 *
 * It comes first in a new cluster, so it holds only what a cluster knows by itself. What a controller has to bring the
 * definition of stays in the folder of its chart: here it would keep everything waiting, its own controller included.
 */
const CLUSTER = 'cluster';

/**
 * Every object of an app, finished and in its place; in the order of the paths, the folder `cluster` first.
 *
 * Refuses an app with problems, all of them at once: what validations of constructs say, dependencies and nested charts,
 * values that no file can hold, and two objects that would share a file.
 */
export function manifestsOf(app: App): Manifest[] {
  const { charts, problems } = survey(app);
  refuseAll([...problems, ...folderProblems(charts.map(({ chart }) => chart))]);
  const complaints: ConstructProblem[] = [];
  const manifests = charts.flatMap(({ chart, objects }) =>
    objects.flatMap((object) => manifest(object, chart, complaints) ?? []),
  );
  complaints.push(...sharedFiles(manifests));
  refuseAll(complaints);
  return manifests.sort(byPath);
}

function manifest(source: ApiObject, chart: Chart, problems: ConstructProblem[]): Manifest | undefined {
  const construct = source.node.path;
  const complain: Complaint = (field, ...lines) => {
    problems.push({ construct, lines: [[field, lines[0]].filter(Boolean).join(': '), ...lines.slice(1)] });
  };
  const object = render(source, complain);
  if (!object) return undefined;
  canonicalizeQuantities(object, complain);
  const kind = kindOf(object);
  const clusterScoped = isClusterScoped(kind);
  const placed = clusterScoped ? withoutNamespace(object) : object;
  const file = fileName(placed, clusterScoped ? undefined : chart.namespace);
  const tooLong = fileNameProblem(file);
  if (tooLong) complain('metadata.name', tooLong);
  const folder = isBuiltInClusterScoped(kind) ? CLUSTER : chart.node.id;
  return { folder, file, construct, object: placed };
}

function render(source: ApiObject, complain: Complaint): KubeObject | undefined {
  try {
    return finished(source.toJson(), complain);
  } catch (error) {
    complain('', (error instanceof Error ? error.message : String(error)).replace(SERIALIZING, ''));
    return undefined;
  }
}

/** What cdk8s puts before the message of an object that cannot be rendered; the construct is named by the report. */
const SERIALIZING = /^Failed serializing construct at path '.*?' with name '.*?': (Error: )?/;

function withoutNamespace({ metadata, ...rest }: KubeObject): KubeObject {
  const { namespace: _, ...kept } = metadata;
  const { apiVersion, kind, ...fields } = rest;
  return { apiVersion, kind, metadata: kept, ...fields } as KubeObject;
}

/** The id of a chart names a folder and an Argo CD Application, so it has to be a DNS label, and no other chart's. */
function folderProblems(charts: readonly Chart[]): ConstructProblem[] {
  const seen = new Map<string, string>();
  return charts.flatMap(({ node }) => {
    const other = seen.get(node.id);
    seen.set(node.id, node.path);
    const lines: string[] = [];
    if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(node.id)) {
      lines.push(`'${node.id}' cannot be a folder of dist/`, 'write lower-case letters, digits and inner hyphens');
    }
    if (other !== undefined)
      lines.push(`shares the folder ${node.id} with the chart ${other}`, 'give one of them another id');
    return lines.length > 0 ? [{ construct: node.path, lines }] : [];
  });
}

function sharedFiles(manifests: readonly Manifest[]): ConstructProblem[] {
  const seen = new Map<string, Manifest>();
  return manifests.flatMap((manifest) => {
    const path = `${manifest.folder}/${manifest.file}`;
    const other = seen.get(path);
    seen.set(path, manifest);
    if (!other) return [];
    const lines = [
      `shares the file ${path} with ${other.construct}`,
      'give one of them another name or another folder',
    ];
    return [{ construct: manifest.construct, lines }];
  });
}

function byPath(one: Manifest, other: Manifest): number {
  return rank(one) - rank(other) || compare(one.folder, other.folder) || compare(one.file, other.file);
}

/** Namespaces have to be there before anything else. */
function rank({ folder }: Manifest): number {
  return folder === CLUSTER ? 0 : 1;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
