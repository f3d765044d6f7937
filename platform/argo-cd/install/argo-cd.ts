import { Construct } from 'constructs';
import { charts } from '../../../constructs/versions.ts';
import { ARGO_CD, platformNamespaces, waveOf } from '../../../site/plan/index.ts';
import { HelmApplication } from '../helm-application.ts';
import { cache, controller, repositoryServer, server } from './pods.ts';
import { argoCdValues, type ChartPlan } from './values.ts';

/** Argo CD as it manages itself: the chart and the values with which `Installer` brought it. */
export class ArgoCd extends Construct {
  constructor(scope: Construct, id: string, plan: ChartPlan) {
    super(scope, id);
    new HelmApplication(this, 'Application', {
      name: ARGO_CD,
      chart: charts.argoCd,
      namespace: platformNamespaces.argoCd.name,
      values: argoCdValues(plan),
      pods: [
        { name: 'application-controller', resources: controller },
        { name: 'repo-server', resources: repositoryServer },
        { name: 'server', resources: server },
        { name: 'redis', resources: cache },
      ],
      wave: waveOf(ARGO_CD),
      secrets: plan.webhook ? [plan.webhook.secret] : [],
    });
  }
}
