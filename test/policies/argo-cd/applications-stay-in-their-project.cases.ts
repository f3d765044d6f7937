import { applicationsStayInTheirProject } from '../../../policies/argo-cd/applications-stay-in-their-project.ts';
import { aTeam } from '../../support/teams.ts';
import { anApplication, aProject, GIT, inCluster, SERVER, STRANGE } from '../support/argo-cd.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, aPriorityClass, inFolder } from '../support/objects.ts';

const shop = { teams: { shop: aTeam() } };
const both = { teams: { shop: aTeam(), blog: aTeam() } };

const NOT_ALLOWED = {
  rule: 'is not allowed by the project shop-prod',
  fix: 'allow it in the AppProject shop-prod, or write what that allows',
};
const NO_OTHER_CLUSTER = { rule: 'is not the cluster in which Argo CD runs', fix: `write ${SERVER}` };
const NO_NAMES = {
  rule: 'names a cluster beside the one in which Argo CD runs',
  fix: `remove it: server: ${SERVER} is enough`,
};

/** What the team shop may change, and its folder. */
const SHOP = [aProject('shop-prod'), anApplication('shop-prod', 'shop-prod')];

/** What the platform may change: two of its namespaces. */
const PLATFORM = aProject('platform', {
  destinations: ['argocd', 'monitoring'].map(inCluster),
  clusterResourceWhitelist: [{ group: 'scheduling.k8s.io', kind: 'PriorityClass' }],
});

const inShop = (object: ReturnType<typeof aConfigMap>, namespace = 'shop-prod') =>
  inFolder('shop-prod', { ...object, metadata: { ...object.metadata, namespace } });

export const cases: PolicyCases = {
  policy: applicationsStayInTheirProject,
  accepts: {
    'the folder of a team in the project of the team': { site: shop, objects: [...SHOP, inShop(aConfigMap('web'))] },
    'a folder of the platform with a kind that its project allows': {
      objects: [
        PLATFORM,
        anApplication('platform', 'cluster', {}, inCluster('argocd')),
        inFolder('cluster', aPriorityClass()),
        anApplication('platform', 'monitoring'),
      ],
    },
    'a chart of the platform': {
      objects: [
        aProject('platform', {
          sourceRepos: [GIT, 'https://charts.example.org'],
          destinations: [inCluster('edge')],
        }),
        anApplication(
          'platform',
          'traefik',
          { repoURL: 'https://charts.example.org', path: undefined },
          inCluster('edge'),
        ),
      ],
    },
  },
  refuses: {
    'the folder of a team that no project allows': {
      site: shop,
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
      site: shop,
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
      site: shop,
      objects: [aProject('shop-prod', { destinations: [] }), anApplication('shop-prod', 'shop-prod')],
      findings: [
        { in: 'Application argocd/shop-prod', path: 'spec.destination.namespace', found: 'shop-prod', ...NOT_ALLOWED },
      ],
    },
    'a repository that the project leaves out': {
      site: shop,
      objects: [aProject('shop-prod'), anApplication('shop-prod', 'shop-prod', { repoURL: STRANGE })],
      findings: [{ in: 'Application argocd/shop-prod', path: 'spec.source.repoURL', found: STRANGE, ...NOT_ALLOWED }],
    },
    'a project that reaches into the namespace of another team, and a kind that lies in none': {
      site: both,
      objects: [
        aProject('shop-prod', {
          destinations: [inCluster('shop-prod'), inCluster('blog-prod')],
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
          rule: 'is no kind without a namespace that the plan has for shop-prod',
          fix: 'remove it: what lies in no namespace belongs to the platform',
        },
      ],
    },
    'projects that reach other clusters, by address, by pattern or by name': {
      site: shop,
      objects: [
        aProject('shop-prod', {
          destinations: [
            { server: 'https://other.example.org:6443', namespace: 'shop-prod' },
            { server: '*', namespace: 'shop-prod' },
            { server: SERVER, name: '*', namespace: 'shop-prod' },
          ],
        }),
        aProject('platform', { destinations: [{ name: 'in-cluster', namespace: 'argocd' }] }),
      ],
      findings: [
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.destinations[0].server',
          found: 'https://other.example.org:6443',
          ...NO_OTHER_CLUSTER,
        },
        { in: 'AppProject argocd/shop-prod', path: 'spec.destinations[1].server', found: '*', ...NO_OTHER_CLUSTER },
        { in: 'AppProject argocd/shop-prod', path: 'spec.destinations[2].name', found: '*', ...NO_NAMES },
        { in: 'AppProject argocd/platform', path: 'spec.destinations[0].server', found: '', ...NO_OTHER_CLUSTER },
        { in: 'AppProject argocd/platform', path: 'spec.destinations[0].name', found: 'in-cluster', ...NO_NAMES },
      ],
    },
    'an Application that leads to another cluster, and one with several sources': {
      site: both,
      objects: [
        aProject('shop-prod'),
        aProject('blog-prod'),
        anApplication('shop-prod', 'shop-prod', {}, { name: 'other', namespace: 'shop-prod' }),
        anApplication('blog-prod', 'blog-prod', {}, inCluster('blog-prod'), { sources: [{ repoURL: STRANGE }] }),
      ],
      findings: [
        { in: 'Application argocd/shop-prod', path: 'spec.destination.server', found: '', ...NO_OTHER_CLUSTER },
        { in: 'Application argocd/shop-prod', path: 'spec.destination.name', found: 'other', ...NO_NAMES },
        {
          in: 'Application argocd/blog-prod',
          path: 'spec.sources',
          found: `[ { repoURL: '${STRANGE}' } ]`,
          rule: 'takes the place of spec.source',
          fix: 'remove it, and write the one source as spec.source',
        },
      ],
    },
    'a project of the platform with kinds that are not planned, each or all': {
      objects: [
        aProject('platform', {
          destinations: [],
          clusterResourceWhitelist: [
            { group: '', kind: 'Namespace' },
            { group: '', kind: 'Node' },
            { group: 'scheduling.k8s.io', kind: '*' },
            { group: '*', kind: '*' },
          ],
        }),
      ],
      findings: ['Node', '*.scheduling.k8s.io', '*.*'].map((found, index) => ({
        in: 'AppProject argocd/platform',
        path: `spec.clusterResourceWhitelist[${index + 1}]`,
        found,
        rule: 'is no kind without a namespace that the plan has for platform',
        fix: 'remove it, or add the kind to site/plan/cluster-kinds.ts',
      })),
    },
    'a project that takes Applications from other namespaces than that of Argo CD': {
      site: shop,
      objects: [aProject('shop-prod', { sourceNamespaces: ['shop-prod'] })],
      findings: [
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.sourceNamespaces[0]',
          found: 'shop-prod',
          rule: 'is a namespace with no Applications',
          fix: 'remove it: they lie in argocd',
        },
      ],
    },
    'projects that take more repositories than their owners have': {
      site: shop,
      objects: [
        aProject('shop-prod', { sourceRepos: [GIT, STRANGE] }),
        aProject('platform', { destinations: [], sourceRepos: [GIT, 'https://charts.example.org', '*'] }),
      ],
      findings: [
        {
          in: 'AppProject argocd/shop-prod',
          path: 'spec.sourceRepos[1]',
          found: STRANGE,
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
      site: shop,
      objects: [...SHOP, inFolder('shop-prod', aPriorityClass('first')), inShop(aConfigMap('web'), 'monitoring')],
      findings: [
        { in: 'PriorityClass first', path: 'kind', found: 'PriorityClass.scheduling.k8s.io', ...NOT_ALLOWED },
        { in: 'ConfigMap monitoring/web', path: 'metadata.namespace', found: 'monitoring', ...NOT_ALLOWED },
      ],
    },
  },
};
