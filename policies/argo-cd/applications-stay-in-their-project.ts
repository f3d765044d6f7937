import { kindOf } from '../../kubernetes/kinds.ts';
import { isClusterScoped } from '../../kubernetes/scopes.ts';
import type { Problem } from '../../site/index.ts';
import { type Owner, ownerName, PLATFORM, type ProjectPlan } from '../../site/plan/index.ts';
import { APPLICATION, type ApplicationFields, folderOf, projectOfFolder } from '../context/applications.ts';
import type { PolicyContext } from '../context/context.ts';
import { allows, allowsKind, PROJECT, type ProjectFields, projectNamed, reaches } from '../context/projects.ts';
import { eachObject, eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What an owner has is changed by nobody else. */
export const applicationsStayInTheirProject: Policy = {
  id: 'applications-stay-in-their-project',
  title:
    'Every Application belongs to the project of its owner, which allows its sources, its destination and every object of its folder, and nothing of another owner.',
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
  if (!allows(fields, destination))
    yield notAllowed(['spec', 'destination', 'namespace'], destination.namespace, expected);
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
    yield* strangeNamespaces(spec, planned);
    if (!planned.isWhole) yield* kindsWithoutNamespace(spec);
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

function* strangeNamespaces({ destinations = [] }: Partial<ProjectFields>, { name, namespaces }: ProjectPlan) {
  const own = new Set(namespaces);
  for (const [index, { namespace: found = '' }] of destinations.entries()) {
    if (own.has(found)) continue;
    const path = ['spec', 'destinations', index, 'namespace'];
    yield { path, found, rule: `is no namespace of ${name}`, fix: `remove it, or write ${namespaces.join(' or ')}` };
  }
}

function* kindsWithoutNamespace({ clusterResourceWhitelist = [] }: Partial<ProjectFields>) {
  for (const [index, { kind: found = '' }] of clusterResourceWhitelist.entries()) {
    const path = ['spec', 'clusterResourceWhitelist', index];
    const fix = 'remove it: what lies in no namespace belongs to the platform';
    yield { path, found, rule: 'lies in no namespace of a team', fix };
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
