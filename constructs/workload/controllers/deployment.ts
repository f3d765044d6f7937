import { Duration } from 'cdk8s';
import { Deployment, DeploymentStrategy, PercentOrAbsolute } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { at, refine } from '../../refine.ts';
import { graceOf } from '../pod/ending.ts';
import type { podOf } from '../pod/pod.ts';
import type { Runs } from '../runs.ts';
import type { WorkloadProps } from '../workload-props.ts';

/** How pods that run all the time are replaced. */
export function deploymentOf(
  scope: Construct,
  pod: ReturnType<typeof podOf>,
  runs: Extract<Runs, { readonly kind: 'replicas' | 'alone' }>,
  props: WorkloadProps,
): Deployment {
  const { pastVersions } = props;
  const deployment = new Deployment(scope, 'Resource', {
    ...pod,
    ...deadlineOf(props),
    ...(runs.kind === 'alone'
      ? { replicas: 1, strategy: DeploymentStrategy.recreate() }
      : { replicas: runs.count, strategy: rolling() }),
  });
  if (pastVersions !== undefined) {
    refine(deployment, (rendered) => {
      at(rendered, 'spec').revisionHistoryLimit = pastVersions;
    });
  }
  return deployment;
}

function deadlineOf(props: WorkloadProps) {
  const { releasedWithin } = props;
  if (!releasedWithin) return {};
  return { progressDeadline: Duration.seconds(releasedWithin.toSeconds() + graceOf(props).toSeconds()) };
}

function rolling(): DeploymentStrategy {
  return DeploymentStrategy.rollingUpdate({
    maxSurge: PercentOrAbsolute.absolute(1),
    maxUnavailable: PercentOrAbsolute.absolute(0),
  });
}
