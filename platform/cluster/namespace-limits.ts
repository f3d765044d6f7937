import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { NOTHING_RENTED, quantities } from '../../constructs/nothing-rented.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { CONTAINER_DEFAULTS, type Portion } from '../../site/plan/index.ts';

const NAME = 'share';

/**
 * Keeps the pods of a namespace to its share of the nodes, and from renting anything of the cloud.
 *
 * The quota refuses what goes beyond the share; the range gives requests and limits to containers that state none, which
 * the quota would otherwise refuse. Objects of this repository have both, so it is met by what is made by hand.
 */
export class NamespaceLimits extends Construct {
  constructor(scope: Construct, id: string, portion: Portion) {
    super(scope, id);
    const labels = labelsOf({ name: NAME, component: 'limits', folder: Chart.of(this).node.id });
    new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name: NAME, labels },
      spec: { hard: quantities({ ...nodes(portion), ...NOTHING_RENTED }) },
    });
    const { request, limit, memoryRatio } = CONTAINER_DEFAULTS;
    new k8s.KubeLimitRange(this, 'Range', {
      metadata: { name: NAME, labels },
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
