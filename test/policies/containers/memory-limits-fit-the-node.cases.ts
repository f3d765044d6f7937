import { memoryLimitsFitTheNode } from '../../../policies/containers/memory-limits-fit-the-node.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';
import { aSiteOf } from '../support/site.ts';
import { aContainer, aDeployment, aWorkload, type WorkloadChange } from '../support/workloads.ts';

/** A node of 12 GB has 9992Mi for pods, one of 6 GB has 4360Mi. */
const using = (name: string, memory: string, change: WorkloadChange = {}): WorkloadChange => ({
  name,
  container: { resources: { limits: { memory } } },
  ...change,
});

const onNode = (key: string): Fields => ({ nodeSelector: { 'storage-node': key } });
const limited = (memory: string) => aContainer({ resources: { limits: { memory } } });

export const cases: PolicyCases = {
  policy: memoryLimitsFitTheNode,
  accepts: {
    'limits that fill the node to the last mebibyte': {
      objects: [aDeployment(using('web', '8000Mi')), aWorkload('CronJob', using('night', '1992Mi'))],
    },
    'two nodes that each hold their own, and the rest together': {
      site: aSiteOf('a', 'b'),
      objects: [
        aDeployment(using('one', '4360Mi', { pod: { ...onNode('a'), containers: [limited('4360Mi')] } })),
        aDeployment(using('two', '4360Mi')),
      ],
    },
    'init containers that are gone before the main ones start': {
      objects: [
        aDeployment({
          pod: { initContainers: [limited('9000Mi')], containers: [limited('5000Mi'), limited('4000Mi')] },
        }),
      ],
    },
    'a workload that is switched off': { objects: [aDeployment(using('web', '20Gi', { spec: { replicas: 0 } }))] },
  },
  refuses: {
    'one pod too many': {
      objects: [aDeployment(using('web', '3Gi', { spec: { replicas: 3 } })), aDeployment(using('db', '900Mi'))],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a',
          found: '10116Mi',
          rule: 'is the sum of the memory limits on this node, which has 9992Mi for pods (web 9Gi, db 900Mi)',
          fix: 'write memoryGb: 13 for node a; that makes 13 GB in all, so write allowance: { memoryGb: 13 } in cloud if your account gives it, or why it may cost in allowPaid',
        },
      ],
    },
    'as many pods as an autoscaler may make': {
      objects: [
        aDeployment(using('web', '3Gi')),
        anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
          spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
        }),
      ],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a',
          found: '12Gi',
          rule: 'is the sum of the memory limits on this node, which has 9992Mi for pods (web 12Gi)',
          fix: 'write memoryGb: 15 for node a; that makes 15 GB in all, so write allowance: { memoryGb: 15 } in cloud if your account gives it, or why it may cost in allowPaid',
        },
      ],
    },
    'a DaemonSet on each node': {
      site: aSiteOf('a', 'b'),
      objects: [
        aWorkload('DaemonSet', using('agent', '2Gi')),
        aDeployment(using('db', '3Gi', { pod: { ...onNode('b'), containers: [limited('3Gi')] } })),
      ],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.b',
          found: '5Gi',
          rule: 'is the sum of the memory limits on this node, which has 4360Mi for pods (db 3Gi, agent 2Gi)',
          fix: 'write memoryGb: 7 for node b',
        },
      ],
    },
    'pods that may run anywhere and fit nowhere': {
      site: aSiteOf('a', 'b'),
      objects: [
        aWorkload('DaemonSet', using('agent', '360Mi')),
        aDeployment(using('web', '3Gi', { spec: { replicas: 3 } })),
      ],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes',
          found: '9Gi',
          rule:
            'is the sum of the memory limits of pods that are bound to no node; ' +
            'the others leave 8000Mi on all nodes together (web 9Gi)',
          fix: 'write memoryGb: 8 for node a',
        },
      ],
    },
    'the pods of a Helm chart': {
      objects: [
        anObject('argoproj.io/v1alpha1', 'Application', 'cert-manager', {
          metadata: {
            annotations: {
              'armstead/pods': JSON.stringify([
                { name: 'controller', replicas: 2, memoryMebibytes: 64, memoryLimitMebibytes: 128 },
                { name: 'webhook', replicas: 1, memoryMebibytes: 32 },
              ]),
            },
          },
        }),
        aDeployment(using('web', '9800Mi')),
      ],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a',
          found: '10088Mi',
          rule:
            'is the sum of the memory limits on this node, which has 9992Mi for pods ' +
            '(web 9800Mi, cert-manager controller 256Mi, cert-manager webhook 32Mi)',
          fix: 'write memoryGb: 13 for node a; that makes 13 GB in all, so write allowance: { memoryGb: 13 } in cloud if your account gives it, or why it may cost in allowPaid',
        },
      ],
    },
    'more than fits into a line, the largest first': {
      objects: Array.from({ length: 7 }, (_, index) => aDeployment(using(`web-${index}`, `${1500 + index}Mi`))),
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a',
          found: '10521Mi',
          rule:
            'is the sum of the memory limits on this node, which has 9992Mi for pods (web-6 1506Mi, web-5 1505Mi, ' +
            'web-4 1504Mi, web-3 1503Mi, web-2 1502Mi and 2 more)',
          fix: 'write memoryGb: 13 for node a; that makes 13 GB in all, so write allowance: { memoryGb: 13 } in cloud if your account gives it, or why it may cost in allowPaid',
        },
      ],
    },
  },
};
