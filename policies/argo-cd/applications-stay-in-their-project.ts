import { inGroup, kindOf } from '../../kubernetes/kinds.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import { type Problem, shown } from '../../site/index.ts';
import {
  IN_THIS_CLUSTER,
  type Owner,
  ownerName,
  PLATFORM,
  type ProjectPlan,
  platformNamespaces,
} from '../../site/plan/index.ts';
import {
  APPLICATION,
  type ApplicationFields,
  type Destination,
  folderOf,
  projectOfFolder,
} from '../context/applications.ts';
import type { PolicyContext } from '../context/context.ts';
import { allowsKind, PROJECT, type ProjectFields, projectNamed, reaches } from '../context/projects.ts';
import { eachObject, eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What an owner has is changed by nobody else. */
export const applicationsStayInTheirProject: Policy = {
  id: 'applications-stay-in-their-project',
  title:
    'Every Application belongs to the project of its owner, which allows its sources, its destination and every object of its folder, and nothing of another owner or cluster.',
  why:
    'Argo CD applies nothing of an Application that its project does not allow. A project that allows more than its owner ' +
    'has lets one team change what belongs to another, or to the platform.',
  absolute: 'a project has none: what it does not allow is refused by Argo CD',
  check: (context) => [...applications(context), ...projects(context), ...contents(context)],
};

const applications = eachOf<ApplicationFields>([APPLICATION], function* ({ spec = {} }, context) {
  const expected = expectedProject(spec, context);
  const { project = '', source = {}, destination = {} } = spec;
  if (project !== expected) {
    yield {
      path: ['spec', 'project'],
      found: project,
      rule: `is not ${expected}, that of its owner`,
      fix: `write ${expected}`,
    };
  }
  const fields = projectNamed(expected, context);
  if (!fields) {
    const fix = `make the AppProject ${expected}, or give its owner no folder`;
    yield { path: ['spec', 'project'], found: expected, rule: 'is no project of this site', fix };
    return;
  }
  yield* otherCluster(['spec', 'destination'], destination);
  if (!reaches(expected, destination.namespace ?? '', context)) {
    yield notAllowed(['spec', 'destination', 'namespace'], destination.namespace, expected);
  }
  if (spec.sources) {
    const fix = 'remove it, and write the one source as spec.source';
    yield { path: ['spec', 'sources'], found: shown(spec.sources), rule: 'takes the place of spec.source', fix };
  }
  if (!fields.sourceRepos.includes(source.repoURL ?? '')) {
    yield notAllowed(['spec', 'source', 'repoURL'], source.repoURL, expected);
  }
});

/** A chart is the platform's; a folder has the owner of the plan. */
function expectedProject(spec: NonNullable<ApplicationFields['spec']>, context: PolicyContext): string {
  const folder = folderOf(spec, context.plan);
  return ownerName((folder === undefined ? undefined : context.fact(ownersOfFolders).get(folder)) ?? PLATFORM);
}

function ownersOfFolders({ plan }: PolicyContext): ReadonlyMap<string, Owner> {
  return new Map(plan.folders.map(({ id, owner }) => [id, owner]));
}

function notAllowed(path: Problem['path'], found = '', project = ''): Problem {
  return {
    path,
    found,
    rule: `is not allowed by the project ${project}`,
    fix: `allow it in the AppProject ${project}, or write what that allows`,
  };
}

/** A project allows what its owner has, and nothing else. */
const projects = eachOf<{ readonly spec?: Partial<ProjectFields> }>(
  [PROJECT],
  function* ({ metadata, spec = {} }, context) {
    const all = context.fact(plannedProjects);
    const planned = all.get(metadata.name);
    if (!planned) {
      const fix = `remove it, or write one of ${[...all.keys()].join(', ')}`;
      yield { path: ['metadata', 'name'], found: metadata.name, rule: 'is the project of nobody', fix };
      return;
    }
    yield* strangeSources(spec, planned, context.plan.argoCd.git.url);
    yield* strangeDestinations(spec, planned);
    yield* strangeKinds(spec, planned);
    yield* strangeApplications(spec);
  },
);

/** A team reads the repository of the site; the platform also those of its charts, each by its address. */
function* strangeSources({ sourceRepos = [] }: Partial<ProjectFields>, { name, isWhole }: ProjectPlan, url: string) {
  for (const [index, found] of sourceRepos.entries()) {
    if (isWhole ? !found.includes('*') : found === url) continue;
    const fix = `remove it, or write ${isWhole ? 'each repository by its address' : url}`;
    yield { path: ['spec', 'sourceRepos', index], found, rule: `is no repository of ${name}`, fix };
  }
}

function* strangeDestinations({ destinations = [] }: Partial<ProjectFields>, { name, namespaces }: ProjectPlan) {
  const own = new Set(namespaces);
  for (const [index, destination] of destinations.entries()) {
    yield* otherCluster(['spec', 'destinations', index], destination);
    const { namespace: found = '' } = destination;
    if (own.has(found)) continue;
    const path = ['spec', 'destinations', index, 'namespace'];
    yield { path, found, rule: `is no namespace of ${name}`, fix: `remove it, or write ${namespaces.join(' or ')}` };
  }
}

/** Argo CD knows its own cluster by an address; a pattern, another address or any name may be more than that. */
function* otherCluster(path: Problem['path'], { server: found = '', name }: Destination): Generator<Problem> {
  if (found !== IN_THIS_CLUSTER) {
    const fix = `write ${IN_THIS_CLUSTER}`;
    yield { path: [...path, 'server'], found, rule: 'is not the cluster in which Argo CD runs', fix };
  }
  if (name !== undefined) {
    const fix = `remove it: server: ${IN_THIS_CLUSTER} is enough`;
    yield { path: [...path, 'name'], found: name, rule: 'names a cluster beside the one in which Argo CD runs', fix };
  }
}

function* strangeKinds(
  { clusterResourceWhitelist = [] }: Partial<ProjectFields>,
  { name, isWhole, clusterKinds }: ProjectPlan,
) {
  const planned = new Set(clusterKinds.map(({ group, kind }) => inGroup(group, kind)));
  for (const [index, { group = '', kind = '' }] of clusterResourceWhitelist.entries()) {
    const found = inGroup(group, kind);
    if (planned.has(found)) continue;
    const path = ['spec', 'clusterResourceWhitelist', index];
    const rule = `is no kind without a namespace that the plan has for ${name}`;
    const fix = isWhole
      ? 'remove it, or add the kind to site/plan/cluster-kinds.ts'
      : 'remove it: what lies in no namespace belongs to the platform';
    yield { path, found, rule, fix };
  }
}

/** Whoever may make Applications in such a namespace has all that the project allows. */
function* strangeApplications({ sourceNamespaces = [] }: Partial<ProjectFields>) {
  const { name } = platformNamespaces.argoCd;
  for (const [index, found] of sourceNamespaces.entries()) {
    const path = ['spec', 'sourceNamespaces', index];
    yield { path, found, rule: 'is a namespace with no Applications', fix: `remove it: they lie in ${name}` };
  }
}

function plannedProjects({ plan }: PolicyContext): ReadonlyMap<string, ProjectPlan> {
  return new Map(plan.projects.map((project) => [project.name, project]));
}

/** What lies in a folder must be allowed to the project of its Application, or nothing of the folder is applied. */
const contents = eachObject(function* ({ object, folder }, context) {
  const name = projectOfFolder(folder, context);
  if (name === undefined) return;
  const project = projectNamed(name, context);
  if (!project) return;
  const kind = kindOf(object);
  const { namespace } = object.metadata;
  if (isClusterScoped(kind)) {
    if (!allowsKind(project, object)) yield notAllowed(['kind'], kind, name);
    return;
  }
  if (namespace !== undefined && !reaches(name, namespace, context)) {
    yield notAllowed(['metadata', 'namespace'], namespace, name);
  }
});
