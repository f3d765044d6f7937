import { Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { charts, images } from '../../../constructs/versions.ts';
import { type Resources, Runs, Workload } from '../../../constructs/workload/index.ts';
import { labelsOf } from '../../../kubernetes/labels.ts';
import { ARGO_CD, platformNamespaces } from '../../../site/plan/index.ts';
import type { Build } from '../../folder.ts';
import { argoCdValues, type ChartPlan } from './values.ts';

/** Name of the Job, and of the identity that `npm run bootstrap` lends it. */
const INSTALLER = 'install-argocd';

const NOBODY = 65_534;

const RESOURCES: Resources = {
  cpuMillis: { request: 50, limit: 1000 },
  memoryMebibytes: { request: 192, limit: 384 },
  source:
    'helm 4.1 rendering 6,000 objects: at most 86 MiB resident (measured 2026-11-21); this chart has 59, and kubectl follows',
};

/**
 * Brings Argo CD into an empty cluster, once.
 *
 * The Job renders the chart, release name and values of the `ArgoCd` Application and applies them as Argo CD will
 * later, server-side and in its name, so that Argo CD finds its own objects and no immutable field differs. Helm runs
 * in the cluster: nobody needs it on a laptop. `npm run bootstrap` applies this folder, waits and removes it.
 */
export class Installer extends Construct {
  constructor(scope: Construct, id: string, plan: ChartPlan) {
    super(scope, id);
    const labels = labelsOf({ name: INSTALLER, component: 'delivery', folder: 'install' });
    const serviceAccount = new ServiceAccount(this, 'Identity', { metadata: { name: INSTALLER, labels } });
    new Workload(this, 'Job', {
      name: INSTALLER,
      component: 'delivery',
      image: images.helmAndKubectl,
      user: NOBODY,
      runs: Runs.once(),
      resources: RESOURCES,
      command: ['sh', '-euc', script()],
      environment: { HOME: '/tmp' },
      scratch: { '/tmp': Size.mebibytes(64) },
      config: { directory: '/install', files: { 'values.json': JSON.stringify(argoCdValues(plan), null, 2) } },
      serviceAccount,
    });
  }
}

/** The Job, applied once by `npm run bootstrap` and followed by nobody. */
export const buildInstaller: Build = (chart, { argoCd }) => {
  new Installer(chart, 'Installer', argoCd);
};

/** What all objects of the chart have in common that make the password of Redis. */
const REDIS_PASSWORD = 'app.kubernetes.io/component=redis-secret-init';

/**
 * Writes to a file in between, so that a chart that cannot be fetched fails the Job and applies nothing.
 *
 * The password of Redis comes first: a Job of the chart makes it, and pods that start earlier complain that it is not
 * there. Helm runs that Job as a hook before everything else; `kubectl apply` knows no hooks. If it fails, the second
 * line applies it again, and says why.
 */
function script(): string {
  const { repository, name, version } = charts.argoCd;
  const namespace = platformNamespaces.argoCd.name;
  const apply =
    'kubectl apply --server-side --force-conflicts --field-manager argocd-controller' +
    ` --namespace ${namespace} --filename /tmp/argocd.yaml`;
  return [
    `helm template ${ARGO_CD} ${name} --repo ${repository} --version ${version} \\`,
    `  --namespace ${namespace} --values /install/values.json --include-crds > /tmp/argocd.yaml`,
    `${apply} --selector ${REDIS_PASSWORD} &&`,
    `  kubectl wait --for=condition=Complete job --selector ${REDIS_PASSWORD} --namespace ${namespace} --timeout 3m ||`,
    "  echo 'pods of Argo CD may wait a moment for the password of Redis'",
    apply,
    '',
  ].join('\n');
}
