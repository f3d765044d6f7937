import { apiGroup } from '../../kubernetes/kinds.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Destination } from './applications.ts';
import type { PolicyContext } from './context.ts';

export const PROJECT = 'AppProject.argoproj.io';

/** What a project allows. */
export interface ProjectFields {
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly Destination[];

  /** Kinds that lie in no namespace. */
  readonly clusterResourceWhitelist: readonly { readonly group?: string; readonly kind?: string }[];

  /** Namespaces beside that of Argo CD whose Applications may name the project. */
  readonly sourceNamespaces: readonly string[];
}

const NOTHING: ProjectFields = {
  sourceRepos: [],
  destinations: [],
  clusterResourceWhitelist: [],
  sourceNamespaces: [],
};

/** What the project of a name allows; nothing where it states nothing. */
export function projectNamed(name: string, context: PolicyContext): ProjectFields | undefined {
  return context.fact(projects).get(name);
}

function projects(context: PolicyContext): ReadonlyMap<string, ProjectFields> {
  return new Map(
    context.ofKind(PROJECT).map(({ object }) => {
      const { spec } = object as { readonly spec?: Partial<ProjectFields> };
      return [object.metadata.name, { ...NOTHING, ...spec }];
    }),
  );
}

/** Whether the project of a name allows a namespace. */
export function reaches(name: string, namespace: string, context: PolicyContext): boolean {
  return context.fact(namespacesByProject).get(name)?.has(namespace) === true;
}

function namespacesByProject(context: PolicyContext): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  return new Map(
    [...context.fact(projects)].map(([name, { destinations }]) => [
      name,
      new Set(destinations.map(({ namespace }) => namespace)),
    ]),
  );
}

/** Whether a project allows an object that lies in no namespace. */
export function allowsKind({ clusterResourceWhitelist }: ProjectFields, { apiVersion, kind }: KubeObject): boolean {
  const group = apiGroup(apiVersion);
  return clusterResourceWhitelist.some((one) => one.group === group && one.kind === kind);
}
