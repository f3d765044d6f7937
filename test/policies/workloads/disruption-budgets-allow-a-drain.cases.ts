import { disruptionBudgetsAllowADrain } from '../../../policies/workloads/disruption-budgets-allow-a-drain.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';
import { aSiteOf } from '../support/site.ts';
import { aDeployment, aWorkload } from '../support/workloads.ts';

const budget = (spec: Fields, name = 'web') =>
  anObject('policy/v1', 'PodDisruptionBudget', name, {
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } }, ...spec },
  });

const replicas = (count: number) => aDeployment({ spec: { replicas: count } });
const TWO_NODES = aSiteOf('a', 'b');
const ONE_NODE = { fix: 'write maxUnavailable: 100%, or remove the budget' };

const autoscaler = anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
  spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});

const refusal = (
  spec: Fields,
  count: number,
  finding: { readonly path: string; readonly found: string; readonly rule: string },
  site = TWO_NODES,
): Breaking => ({
  site,
  objects: [replicas(count), budget(spec)],
  findings: [{ in: 'PodDisruptionBudget shop/web', fix: 'write maxUnavailable: 1', ...finding }],
});

export const cases: PolicyCases = {
  policy: disruptionBudgetsAllowADrain,
  accepts: {
    'one of two away, on two nodes': { site: TWO_NODES, objects: [replicas(2), budget({ minAvailable: 1 })] },
    'a half of three, rounded as Kubernetes does': {
      site: TWO_NODES,
      objects: [replicas(3), budget({ minAvailable: '50%' })],
    },
    'all away, on one node': { objects: [replicas(2), budget({ maxUnavailable: '100%' })] },
    'the only pod away, on one node': { objects: [replicas(1), budget({ maxUnavailable: 1 })] },
    'a workload that is switched off': { objects: [replicas(0), budget({ minAvailable: 1 })] },
    'as many as an autoscaler keeps at least': {
      site: TWO_NODES,
      objects: [replicas(1), autoscaler, budget({ minAvailable: 1 })],
    },
  },
  refuses: {
    'as many as there are': refusal({ minAvailable: 2 }, 2, {
      path: 'spec.minAvailable',
      found: '2',
      rule: 'lets 0 of 2 pods go',
    }),
    'more than there are': refusal({ minAvailable: 3 }, 2, {
      path: 'spec.minAvailable',
      found: '3',
      rule: 'lets 0 of 2 pods go',
    }),
    'a share that rounds up to all': refusal({ minAvailable: '60%' }, 2, {
      path: 'spec.minAvailable',
      found: '60%',
      rule: 'lets 0 of 2 pods go',
    }),
    'none away': refusal({ maxUnavailable: 0 }, 2, {
      path: 'spec.maxUnavailable',
      found: '0',
      rule: 'lets 0 of 2 pods go',
    }),
    'no percent away': refusal({ maxUnavailable: '0%' }, 2, {
      path: 'spec.maxUnavailable',
      found: '0%',
      rule: 'lets 0 of 2 pods go',
    }),
    'one of two away, where the replacement has nowhere to go': {
      objects: [replicas(2), budget({ maxUnavailable: 1 })],
      findings: [
        {
          in: 'PodDisruptionBudget shop/web',
          path: 'spec.maxUnavailable',
          found: '1',
          rule: 'lets 1 of 2 pods go, and all of them can run on one node only',
          ...ONE_NODE,
        },
      ],
    },
    'fewer than an autoscaler may keep': {
      site: TWO_NODES,
      objects: [aDeployment(), autoscaler, budget({ minAvailable: 2 })],
      findings: [
        {
          in: 'PodDisruptionBudget shop/web',
          path: 'spec.minAvailable',
          found: '2',
          rule: 'lets 0 of 2 pods go',
          fix: 'write maxUnavailable: 1',
        },
      ],
    },
    'pods that nobody makes, or that a drain leaves alone': {
      objects: [aWorkload('DaemonSet'), budget({ minAvailable: 1 }), budget({ selector: undefined }, 'none')],
      findings: [
        {
          in: 'PodDisruptionBudget shop/web',
          path: 'spec.selector',
          found: 'app.kubernetes.io/name=web',
          rule: 'chooses no pod',
          fix: 'write the labels of the pods that it protects, or remove it',
        },
        {
          in: 'PodDisruptionBudget shop/none',
          path: 'spec.selector',
          found: '',
          rule: 'chooses no pod',
          fix: 'write the labels of the pods that it protects, or remove it',
        },
      ],
    },
  },
};
