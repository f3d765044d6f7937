import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { exempt } from '../../constructs/exempt.ts';
import { NO_BLOCK_VOLUMES, quantities } from '../../constructs/nothing-rented.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { CONTAINER_DEFAULTS, type Portion } from '../../site/plan/index.ts';

const NAME = 'share';

/** A namespace and its share. */
export interface NamespaceLimitsProps {
  readonly namespace: string;
  readonly portion: Portion;
}

/**
 * Keeps the pods of a namespace to its share of the nodes, and its claims from renting disks of the cloud.
 *
 * The quota refuses what goes beyond the share; the range gives requests and limits to containers that state none, which
 * the quota would otherwise refuse. Objects of this repository have both, so it is met by what is made by hand.
 *
 * It counts no Services, although it could forbid those that are rented: until a new quota was counted, the API server
 * refuses everything that it would count, and a Service is applied once, while controllers try again for pods. An
 * admission policy forbids the same from its first moment.
 */
export class NamespaceLimits extends Construct {
  constructor(scope: Construct, id: string, { namespace, portion }: NamespaceLimitsProps) {
    super(scope, id);
    const labels = labelsOf({ name: NAME, component: 'limits', folder: Chart.of(this).node.id });
    const metadata = { name: NAME, namespace, labels };
    const quota = new k8s.KubeResourceQuota(this, 'Quota', {
      metadata,
      spec: { hard: quantities({ ...nodes(portion), ...NO_BLOCK_VOLUMES }) },
    });
    const { request, limit, memoryRatio } = CONTAINER_DEFAULTS;
    const range = new k8s.KubeLimitRange(this, 'Range', {
      metadata,
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: quantities(amounts(request)),
            default: quantities(amounts(limit)),
            maxLimitRequestRatio: quantities({ memory: `${memoryRatio}` }),
          },
        ],
      },
    });
    for (const object of [quota, range]) {
      exempt(object, 'folders-keep-to-one-namespace', 'a quota counts where it lies');
    }
  }
}

function amounts({
  millicores,
  memoryMebibytes,
  diskMebibytes,
}: typeof CONTAINER_DEFAULTS.request | typeof CONTAINER_DEFAULTS.limit) {
  return { cpu: `${millicores}m`, memory: `${memoryMebibytes}Mi`, 'ephemeral-storage': `${diskMebibytes}Mi` };
}

function nodes({ millicores, memoryMebibytes, memoryLimitMebibytes, pods }: Portion) {
  return {
    pods: `${pods}`,
    'requests.cpu': `${millicores}m`,
    'requests.memory': `${memoryMebibytes}Mi`,
    'limits.memory': `${memoryLimitMebibytes}Mi`,
  };
}
