import type { Manifest } from '../../kubernetes/manifest.ts';
import { grouped } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach, Policy } from '../policy.ts';

/** One folder is one Argo CD Application, and its objects live together. */
export const foldersKeepToOneNamespace: Policy = {
  id: 'folders-keep-to-one-namespace',
  title: 'The objects of a folder live in one namespace, that of its Application.',
  why: 'What a folder may touch is granted by namespace; a folder that reaches into another one changes what others own.',
  check: (context) => {
    const folders = grouped(
      context.subjects.filter(({ object }) => object.metadata.namespace !== undefined),
      ({ folder }) => folder,
    );
    const followed = namespacesOfApplications(context);
    return [...folders].flatMap(([folder, subjects]) => strays(subjects, followed.get(folder)));
  },
};

interface ApplicationFields {
  readonly spec?: {
    readonly source?: { readonly path?: string };
    readonly destination?: { readonly namespace?: string };
  };
}

/** The namespace of each folder that an Application follows. */
function namespacesOfApplications(context: PolicyContext): ReadonlyMap<string, string> {
  const start = `${context.plan.argoCd.git.path}/`;
  const namespaces = new Map<string, string>();
  for (const { object } of context.ofKind('Application.argoproj.io')) {
    const { source, destination } = (object as ApplicationFields).spec ?? {};
    const { path = '' } = source ?? {};
    if (path.startsWith(start) && destination?.namespace) {
      namespaces.set(path.slice(start.length), destination.namespace);
    }
  }
  return namespaces;
}

/** What lies elsewhere than its folder; where no Application says where that is, than most of the folder. */
function strays(subjects: readonly Manifest[], stated: string | undefined): Breach[] {
  const home = stated ?? mostFrequent(subjects.map(namespaceOf));
  const reason = stated ? 'which the Application of the folder names' : 'where the other objects of the folder live';
  return subjects
    .filter((subject) => namespaceOf(subject) !== home)
    .map((subject) => ({
      subject,
      path: ['metadata', 'namespace'],
      found: namespaceOf(subject),
      rule: `is not ${home}, ${reason}`,
      fix: `write ${home}, or put the object into a folder of its own`,
    }));
}

function namespaceOf({ object }: Manifest): string {
  return object.metadata.namespace ?? '';
}

/** The first of those that occur most often. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? '';
}
