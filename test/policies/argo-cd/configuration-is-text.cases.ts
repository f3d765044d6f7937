import { configurationIsText } from '../../../policies/argo-cd/configuration-is-text.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap } from '../support/objects.ts';
import { aContainer, aDeployment } from '../support/workloads.ts';

export const cases: PolicyCases = {
  policy: configurationIsText,
  accepts: {
    'numbers and booleans as text, and references': {
      objects: [
        aConfigMap('web', { answer: '42', on: 'true' }),
        aDeployment({
          container: {
            env: [
              { name: 'PORT', value: '8080' },
              { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
              { name: 'EMPTY', value: '' },
            ],
          },
        }),
      ],
    },
  },
  refuses: {
    'a number and a boolean in a ConfigMap': {
      objects: [aConfigMap('web', { answer: 42, on: true, text: 'x' })],
      findings: [
        { in: 'ConfigMap shop/web', path: 'data.answer', found: '42', rule: 'is not text', fix: "write '42'" },
        { in: 'ConfigMap shop/web', path: 'data.on', found: 'true', rule: 'is not text', fix: "write 'true'" },
      ],
    },
  },
  refusesPods: {
    'a number in a variable': {
      change: { pod: { initContainers: [aContainer({ env: [{ name: 'PORT', value: 8080 }] })] } },
      findings: [
        { path: 'spec.initContainers[0].env[0].value', found: '8080', rule: 'is not text', fix: "write '8080'" },
      ],
    },
  },
};
