import { Construct } from 'constructs';
import { Application } from '../../imports/argoproj.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { type ArgoCdPlan, IN_THIS_CLUSTER } from '../../site/plan/index.ts';
import { healthIgnored } from './ignored-health.ts';
import { readsSecrets } from './reads-secrets.ts';
import { REMOVES_ITS_OBJECTS, SYNC, waveAnnotation } from './sync.ts';

/** One folder of `dist/` as Argo CD follows it. */
export interface GitApplicationProps {
  /** Name of the Application. */
  readonly name: string;

  /** Name of the project that says what it may change. */
  readonly project: string;

  /** The repository. */
  readonly git: ArgoCdPlan['git'];

  /** Folder of `dist/`. */
  readonly folder: string;

  /** Namespace of the folder's objects; that of Argo CD for a folder without one. */
  readonly namespace: string;

  /**
   * Whether the Application that contains this one is well without it.
   *
   * True for the root: it waits for what is beside it in its folder, which must not wait for the root.
   *
   * @default false
   */
  readonly ignoreHealth?: boolean;

  /** Place in the order of a new cluster; lower is earlier. */
  readonly wave: number;

  /**
   * Name of the Secret with which Argo CD reads the repository; `npm run bootstrap` looks for it in the root.
   *
   * @default - none: the repository is public
   */
  readonly readsSecret?: string | undefined;
}

/** A commit that changes nothing in its folder leaves it as it is: Argo CD renders none of it again. */
const OWN_FOLDER = { 'argocd.argoproj.io/manifest-generate-paths': '.' } as const;

/** An Argo CD Application over one folder of `dist/`; when the folder goes, its objects go. */
export class GitApplication extends Construct {
  constructor(scope: Construct, id: string, props: GitApplicationProps) {
    super(scope, id);
    const { name, project, git, folder, namespace, wave, ignoreHealth = false, readsSecret } = props;
    const application = new Application(this, 'Resource', {
      metadata: {
        name,
        labels: labelsOf({ name, component: 'delivery', folder: 'apps' }),
        annotations: { ...waveAnnotation(wave), ...OWN_FOLDER },
        finalizers: [REMOVES_ITS_OBJECTS],
      },
      spec: {
        project,
        source: { repoUrl: git.url, targetRevision: git.branch, path: `${git.path}/${folder}` },
        destination: { server: IN_THIS_CLUSTER, namespace },
        syncPolicy: SYNC,
      },
    });
    if (ignoreHealth) healthIgnored(application);
    readsSecrets(application, readsSecret === undefined ? [] : [readsSecret]);
  }
}
