import { anObject, type Fields } from './objects.ts';

/** The cluster in which Argo CD runs. */
export const SERVER = 'https://kubernetes.default.svc';

/** The repository of the site, and one of somebody else. */
export const GIT = 'https://git.example.org/platform.git';
export const STRANGE = 'https://git.example.org/strange.git';

/** Where an Application of a namespace leads. */
export const inCluster = (namespace: string): Fields => ({ server: SERVER, namespace });

/** The Application of a folder, or of a chart. */
export function anApplication(
  project: string,
  folder: string,
  source: Fields = {},
  destination = inCluster(folder),
  more = {},
) {
  return anObject('argoproj.io/v1alpha1', 'Application', folder, {
    metadata: { namespace: 'argocd' },
    spec: {
      project,
      source: { repoURL: GIT, path: `dist/${folder}`, ...source },
      destination,
      ...more,
    },
  });
}

/** A project that allows its own namespace. */
export function aProject(name: string, spec: Fields = {}) {
  return anObject('argoproj.io/v1alpha1', 'AppProject', name, {
    metadata: { namespace: 'argocd' },
    spec: { sourceRepos: [GIT], destinations: [inCluster(name)], ...spec },
  });
}
