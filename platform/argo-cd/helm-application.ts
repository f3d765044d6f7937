import { Construct } from 'constructs';
import type { ChartPin } from '../../constructs/versions.ts';
import { diskMebibytes, type Resources } from '../../constructs/workload/index.ts';
import { Application } from '../../imports/argoproj.io.ts';
import { type DeclaredPods, declarations, type Rented } from '../../kubernetes/declared-by-charts.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { IN_THIS_CLUSTER, ownerName, PLATFORM } from '../../site/plan/index.ts';
import { readsSecrets } from './reads-secrets.ts';
import { REMOVES_ITS_OBJECTS, SYNC, waveAnnotation } from './sync.ts';

/** A pod of a Helm chart: its values must request exactly this. */
export interface DeclaredPod {
  /** What the pod is: `controller`, `webhook`. */
  readonly name: string;

  /**
   * How many of it run.
   *
   * @default 1
   */
  readonly replicas?: number;

  readonly resources: Resources;
}

/** An upstream chart at a pinned version. */
export interface HelmApplicationProps {
  /** Name of the Application and of the Helm release. */
  readonly name: string;

  readonly chart: ChartPin;

  /** Namespace of what the chart makes. */
  readonly namespace: string;

  /** Values of the chart; every key is checked against the chart's own values in the tests. */
  readonly values: Readonly<Record<string, unknown>>;

  /** The pods that the chart makes, as the budget counts them. */
  readonly pods: readonly DeclaredPod[];

  /**
   * What the chart rents from the cloud, as the budget counts it.
   *
   * @default - nothing
   */
  readonly rents?: Rented;

  /** Place in the order of a new cluster; lower is earlier. */
  readonly wave: number;

  /**
   * Whether the CRDs of the chart's `crds` folder are left out.
   *
   * @default false
   */
  readonly skipCrds?: boolean;

  /**
   * Names of Secrets to which the values refer, in the namespace of Argo CD.
   *
   * @default - none
   */
  readonly secrets?: readonly string[];
}

/**
 * An upstream Helm chart that Argo CD renders and syncs.
 *
 * Only what ships CRDs and webhooks of its own comes this way; everything else is built natively, where its cost is
 * known to the byte.
 */
export class HelmApplication extends Construct {
  constructor(scope: Construct, id: string, props: HelmApplicationProps) {
    super(scope, id);
    const { name, chart, namespace, values, pods, rents, wave, skipCrds = false, secrets = [] } = props;
    const application = new Application(this, 'Resource', {
      metadata: {
        name,
        labels: labelsOf({ name, component: 'delivery', folder: 'apps' }),
        annotations: {
          ...waveAnnotation(wave),
          ...declarations(pods.map(declared), rents),
        },
        finalizers: [REMOVES_ITS_OBJECTS],
      },
      spec: {
        project: ownerName(PLATFORM),
        source: {
          repoUrl: chart.repository,
          chart: chart.name,
          targetRevision: chart.version,
          helm: { releaseName: name, valuesObject: values, ...(skipCrds && { skipCrds }) },
        },
        destination: { server: IN_THIS_CLUSTER, namespace },
        syncPolicy: SYNC,
      },
    });
    readsSecrets(application, secrets);
  }
}

function declared({ name, replicas = 1, resources }: DeclaredPod): DeclaredPods {
  const { cpuMillis, memoryMebibytes, diskMebibytes: disk } = resources;
  return {
    name,
    replicas,
    cpuMillis: cpuMillis.request,
    memoryMebibytes: memoryMebibytes.request,
    memoryLimitMebibytes: memoryMebibytes.limit,
    diskMebibytes: diskMebibytes(disk).request,
  };
}

/** What a chart takes under `resources`, from the figures that the budget counts. */
export function helmResources({ cpuMillis, memoryMebibytes, diskMebibytes: more }: Resources) {
  const disk = diskMebibytes(more);
  const amounts = (bound: 'request' | 'limit') => ({
    cpu: `${cpuMillis[bound]}m`,
    memory: `${memoryMebibytes[bound]}Mi`,
    'ephemeral-storage': `${disk[bound]}Mi`,
  });
  return {
    requests: amounts('request'),
    limits: amounts('limit'),
  };
}
