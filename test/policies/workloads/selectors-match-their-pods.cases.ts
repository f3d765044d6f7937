import { selectorsMatchTheirPods } from '../../../policies/workloads/selectors-match-their-pods.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, aWorkload } from '../support/workloads.ts';

const CONTROLLERS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
const SAME = 'write the same labels in selector.matchLabels and in template.metadata.labels';
const OWN = 'write a label of its own into the selector and the pods, such as app.kubernetes.io/name';

const releases = (hash: string) => ({
  name: `web-${hash}`,
  podMetadata: { labels: { 'app.kubernetes.io/name': 'web', release: hash } },
  spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'web', release: hash } } },
});

export const cases: PolicyCases = {
  policy: selectorsMatchTheirPods,
  accepts: {
    'selectors of labels that the pods carry': {
      objects: CONTROLLERS.map((kind, index) => aWorkload(kind, { name: `web-${index}` })),
    },
    expressions: {
      objects: [
        aDeployment({
          spec: {
            selector: {
              matchExpressions: [
                { key: 'app.kubernetes.io/name', operator: 'In', values: ['web', 'site'] },
                { key: 'tier', operator: 'NotIn', values: ['cache'] },
              ],
            },
          },
        }),
      ],
    },
    'two releases side by side': { objects: [aDeployment(releases('blue')), aDeployment(releases('green'))] },
    'the same labels in two namespaces': {
      objects: [aDeployment(), aDeployment({ metadata: { namespace: 'other' } })],
    },
    'Jobs, which find their pods by themselves': {
      objects: [aWorkload('Job'), aWorkload('CronJob', { name: 'night' })],
    },
  },
  refuses: {
    'a label that the pods do not carry': {
      objects: CONTROLLERS.map((kind, index) =>
        aWorkload(kind, {
          name: `web-${index}`,
          spec: { selector: { matchLabels: { 'app.kubernetes.io/name': `web-${index}`, tier: 'front' } } },
        }),
      ),
      findings: CONTROLLERS.map((kind, index) => ({
        in: `${kind} shop/web-${index}`,
        path: 'spec.selector',
        found: 'tier=front',
        rule: 'is no label of the pods that it makes',
        fix: SAME,
      })),
    },
    'an expression that the pods do not fulfil': {
      objects: [aDeployment({ spec: { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } } })],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.selector',
          found: 'tier exists',
          rule: 'is no label of the pods that it makes',
          fix: SAME,
        },
      ],
    },
    'a selector that chooses everything': {
      objects: [aDeployment({ spec: { selector: {} } })],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.selector',
          found: '',
          rule: 'is missing or empty',
          fix: 'write labels that its pods carry',
        },
      ],
    },
    'the pods of one other workload': {
      objects: [
        aDeployment(),
        aWorkload('Job', { name: 'migrate', podMetadata: { labels: { 'app.kubernetes.io/name': 'web' } } }),
      ],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.selector',
          found: 'Job shop/migrate',
          rule: 'is chosen too',
          fix: OWN,
        },
      ],
    },
    'the pods of several others': {
      objects: [
        aDeployment(),
        aWorkload('CronJob', { name: 'night', podMetadata: { labels: { 'app.kubernetes.io/name': 'web' } } }),
        aWorkload('Job', { name: 'migrate', podMetadata: { labels: { 'app.kubernetes.io/name': 'web' } } }),
      ],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.selector',
          found: 'CronJob shop/night',
          rule: 'and 1 more are chosen too',
          fix: OWN,
        },
      ],
    },
  },
};
