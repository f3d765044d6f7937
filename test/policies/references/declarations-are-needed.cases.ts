import { declarationsAreNeeded } from '../../../policies/references/declarations-are-needed.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aConfigMap, aService } from '../support/objects.ts';
import { aDeployment } from '../support/workloads.ts';

const EXTERNAL = 'armstead/made-elsewhere';

const declaring = (entries: string) =>
  aDeployment({
    pod: { volumes: [{ name: 'files', configMap: { name: 'web' } }] },
    metadata: { annotations: { [EXTERNAL]: entries } },
  });

const refusal = (found: string, rule: string, fix = 'remove it'): Breaking['findings'] => [
  { in: 'Deployment shop/web', path: `metadata.annotations['${EXTERNAL}']`, found, rule, fix },
];

export const cases: PolicyCases = {
  policy: declarationsAreNeeded,
  accepts: {
    'what the object refers to and nobody makes here': { objects: [declaring('configmap/web')] },
    'pods and endpoints of a Service': {
      objects: [
        aService('traefik', {}, { annotations: { [EXTERNAL]: 'pods' } }),
        aService('nas', {}, { annotations: { [EXTERNAL]: 'endpoints' } }),
      ],
    },
  },
  refuses: {
    'what the object does not refer to': {
      objects: [declaring('configmap/web, secret/old')],
      findings: refusal('secret/old', 'is nothing that this object refers to'),
    },
    'what is made here': {
      objects: [aConfigMap('web'), declaring('configmap/web')],
      findings: refusal('configmap/web', 'is made in this site'),
    },
    'what is no entry': {
      objects: [declaring('configmap/web, Secret alerts')],
      findings: refusal('Secret alerts', 'is no kind and name', 'write one such as secret/alerts-telegram'),
    },
    'pods of something that is no Service': {
      objects: [declaring('configmap/web, pods')],
      findings: refusal('pods', 'is nothing that this object refers to'),
    },
  },
};
