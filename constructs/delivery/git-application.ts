import { Construct } from 'constructs';
import { Application } from '../../imports/argoproj.io.ts';
import type { Site } from '../../site/index.ts';
import { labelsOf } from '../../site/plan/labels.ts';
import { PLATFORM_PROJECT } from './platform-project.ts';
import { IN_THIS_CLUSTER, REMOVES_ITS_OBJECTS, SYNC, waveAnnotation } from './sync.ts';

/** One folder of `dist/` as Argo CD follows it. */
export interface GitApplicationProps {
  /** Name of the Application. */
  readonly name: string;

  /** The repository. */
  readonly git: Site['git'];

  /** Folder of `dist/`. */
  readonly folder: string;

  /** Place in the order of a new cluster; lower is earlier. */
  readonly wave: number;
}

/** An Argo CD Application over one folder of `dist/`; when the folder goes, its objects go. */
export class GitApplication extends Construct {
  constructor(scope: Construct, id: string, { name, git, folder, wave }: GitApplicationProps) {
    super(scope, id);
    new Application(this, 'Resource', {
      metadata: {
        name,
        labels: labelsOf({ name, component: 'delivery', folder: 'apps' }),
        annotations: waveAnnotation(wave),
        finalizers: [REMOVES_ITS_OBJECTS],
      },
      spec: {
        project: PLATFORM_PROJECT,
        source: { repoUrl: git.url, targetRevision: git.branch, path: `${git.path}/${folder}` },
        destination: { server: IN_THIS_CLUSTER },
        syncPolicy: SYNC,
      },
    });
  }
}
