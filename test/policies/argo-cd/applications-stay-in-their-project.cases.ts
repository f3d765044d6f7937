import { applicationsStayInTheirProject } from '../../../policies/argo-cd/applications-stay-in-their-project.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, anObject, aPriorityClass, type Fields, inFolder } from '../support/objects.ts';

const SERVER = 'https://kubernetes.default.svc';
const GIT = 'https://git.example.org/platform.git';
const shop = { team: 'shop', environment: 'prod' };
const other = { team: 'blog', environment: 'prod' };

/** The Application of a folder, or of a chart. */
function anApplication(project: string, folder: string, source: Fields = {}, namespace = folder) {
  return anObject('argoproj.io/v1alpha1', 'Application', folder, {
    metadata: { namespace: 'argocd' },
    spec: {
      project,
      source: { repoURL: GIT, path: `dist/${folder}`, ...source },
      destination: { server: SERVER, namespace },
    },
  });
}

function aProject(name: string, spec: Fields = {}) {
  return anObject('argoproj.io/v1alpha1', 'AppProject', name, {
    metadata: { namespace: 'argocd' },
    spec: { sourceRepos: [GIT], destinations: [{ server: SERVER, namespace: name }], ...spec },
  });
}

/** What the team shop may change, and its folder. */
const SHOP = [aProject('shop-prod'), anApplication('shop-prod', 'shop-prod')];

/** What the platform may change: two of its namespaces. */
const PLATFORM = aProject('platform', {
  destinations: ['argocd', 'monitoring'].map((namespace) => ({ server: SERVER, namespace })),
  clusterResourceWhitelist: [{ group: 'scheduling.k8s.io', kind: 'PriorityClass' }],
});

const inShop = (object: ReturnType<typeof aConfigMap>, namespace = 'shop-prod') =>
  inFolder('shop-prod', { ...object, metadata: { ...object.metadata, namespace } });

export const cases: PolicyCases = {
  policy: applicationsStayInTheirProject,
  accepts: {
    'the folder of a team in the project of the team': { teams: [shop], objects: [...SHOP, inShop(aConfigMap('web'))] },
    'a folder of the platform with a kind that its project allows': {
      objects: [
        PLATFORM,
        anApplication('platform', 'cluster', {}, 'argocd'),
        inFolder('cluster', aPriorityClass()),
        anApplication('platform', 'monitoring'),
      ],
    },
    'a chart of the platform': {
      objects: [
        aProject('platform', {
          sourceRepos: [GIT, 'https://charts.example.org'],
          destinations: [{ server: SERVER, namespace: 'edge' }],
        }),
        anApplication('platform', 'traefik', { repoURL: 'https://charts.example.org', path: undefined }, 'edge'),
      ],
    },
  },
  refuses: {
    'the folder of a team that no project allows': {
      teams: [shop],
      objects: [anApplication('shop-prod', 'shop-prod')],
      findings: [
        {
          in: 'Application argocd/shop-prod',
          path: 'spec.project',
          found: 'shop-prod',
          rule: 'is no project of this site',
          fix: 'make the AppProject shop-prod, or give its owner no folder',
        },
      ],
    },
    'the folder of a team in the project of the platform': {
      teams: [shop],
      objects: [aProject('shop-prod'), PLATFORM, anApplication('platform', 'shop-prod')],
      findings: [
        {
          in: 'Application argocd/shop-prod',
          path: 'spec.project',
          found: 'platform',
          rule: 'is not shop-prod, that of its owner',
          fix: 'write shop-prod',
        },
      ],
    },
    'a destination that the project leaves out': {
      teams: [shop],
      objects: [aProject('shop-prod', { destinations: [] }), anApplication('shop-prod', 'shop-prod')],
      findings: [
        {
          in: 'Application argocd/shop-prod',
          path: 'spec.destination.namespace',
          found: 'shop-prod',
          rule: 'is not allowed by the project shop-prod',
          fix: 'allow it in the AppProject shop-prod, or write what that allows',
        },
      ],
    },
    'a repository that the project leaves out': {
      teams: [shop],
      objects: [
        aProject('shop-prod'),
        anApplication('shop-prod', 'shop-prod', { repoURL: 'https://git.example.org/strange.git' }),
      ],
      findings: [
        {
          in: 'Application argocd/shop-prod',
          path: 'spec.source.repoURL',
          found: 'https://git.example.org/strange.git',
          rule: 'is not allowed by the project shop-prod',
          fix: 'allow it in the AppProject shop-prod, or write what that allows',
        },
      ],
    },
    'a project that reaches into the namespace of another team, and a kind that lies in none': {
      teams: [shop, other],
      objects: [
        aProject('shop-prod', {
          destinations: [
            { server: SERVER, namespace: 'shop-prod' },
            { server: SERVER, namespace: 'blog-prod' },
          ],
          clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
        }),
      ],
      findings: [
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.destinations[1].namespace',
          found: 'blog-prod',
          rule: 'is no namespace of shop-prod',
          fix: 'remove it, or write shop-prod',
        },
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.clusterResourceWhitelist[0]',
          found: 'Namespace',
          rule: 'lies in no namespace of a team',
          fix: 'remove it: what lies in no namespace belongs to the platform',
        },
      ],
    },
    'projects that take more repositories than their owners have': {
      teams: [shop],
      objects: [
        aProject('shop-prod', { sourceRepos: [GIT, 'https://git.example.org/strange.git'] }),
        aProject('platform', { destinations: [], sourceRepos: [GIT, 'https://charts.example.org', '*'] }),
      ],
      findings: [
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.sourceRepos[1]',
          found: 'https://git.example.org/strange.git',
          rule: 'is no repository of shop-prod',
          fix: `remove it, or write ${GIT}`,
        },
        {
          in: 'AppProject argocd/platform',
          path: 'spec.sourceRepos[2]',
          found: '*',
          rule: 'is no repository of platform',
          fix: 'remove it, or write each repository by its address',
        },
      ],
    },
    'a project of nobody': {
      objects: [aProject('strangers')],
      findings: [
        {
          in: 'AppProject argocd/strangers',
          path: 'metadata.name',
          found: 'strangers',
          rule: 'is the project of nobody',
          fix: 'remove it, or write one of platform',
        },
      ],
    },
    'objects in the folder of a team that lie elsewhere': {
      teams: [shop],
      objects: [...SHOP, inFolder('shop-prod', aPriorityClass('first')), inShop(aConfigMap('web'), 'monitoring')],
      findings: [
        {
          in: 'PriorityClass first',
          path: 'kind',
          found: 'PriorityClass.scheduling.k8s.io',
          rule: 'is not allowed by the project shop-prod',
          fix: 'allow it in the AppProject shop-prod, or write what that allows',
        },
        {
          in: 'ConfigMap monitoring/web',
          path: 'metadata.namespace',
          found: 'monitoring',
          rule: 'is not allowed by the project shop-prod',
          fix: 'allow it in the AppProject shop-prod, or write what that allows',
        },
      ],
    },
  },
};
