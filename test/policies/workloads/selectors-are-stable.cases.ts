import { selectorsAreStable } from '../../../policies/workloads/selectors-are-stable.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, aService } from '../support/objects.ts';
import { aDeployment } from '../support/workloads.ts';

const ADDRESS = 'cdk8s.io/metadata.addr';
const REFUSAL = {
  found: ADDRESS,
  rule: 'depends on the path of the construct',
  fix: 'select app.kubernetes.io/name and app.kubernetes.io/part-of instead',
};

export const cases: PolicyCases = {
  policy: selectorsAreStable,
  accepts: { 'selectors by name': { objects: [aDeployment(), aService()] } },
  refuses: {
    'a Service that selects it': {
      objects: [aService('web', { selector: { [ADDRESS]: 'c8f2' } })],
      findings: [{ in: 'Service shop/web', path: `spec.selector['${ADDRESS}']`, ...REFUSAL }],
    },
    'a Deployment that selects it and pods that carry it': {
      objects: [
        aDeployment({
          podMetadata: { labels: { [ADDRESS]: 'c8f2' } },
          spec: { selector: { matchLabels: { [ADDRESS]: 'c8f2' } } },
        }),
      ],
      findings: [
        { in: 'Deployment shop/web', path: `spec.selector.matchLabels['${ADDRESS}']`, ...REFUSAL },
        { in: 'Deployment shop/web', path: `spec.template.metadata.labels['${ADDRESS}']`, ...REFUSAL },
      ],
    },
    'an expression anywhere': {
      objects: [
        anObject('networking.k8s.io/v1', 'NetworkPolicy', 'web', {
          spec: { podSelector: { matchExpressions: [{ key: ADDRESS, operator: 'Exists' }] } },
        }),
      ],
      findings: [{ in: 'NetworkPolicy shop/web', path: 'spec.podSelector.matchExpressions[0].key', ...REFUSAL }],
    },
  },
};
