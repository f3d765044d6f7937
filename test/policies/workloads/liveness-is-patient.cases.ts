import { livenessIsPatient } from '../../../policies/workloads/liveness-is-patient.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const HEALTH = { httpGet: { path: '/health', port: 8080 } };
const FIX = 'write a larger failureThreshold, or check something that fails only when a restart would help';

const probes = (readinessProbe: unknown, livenessProbe: unknown) => ({ container: { readinessProbe, livenessProbe } });

export const cases: PolicyCases = {
  policy: livenessIsPatient,
  accepts: {
    'two questions': { objects: [aDeployment()] },
    'the same question with more patience': {
      objects: [aDeployment(probes({ ...HEALTH, failureThreshold: 2 }, { ...HEALTH, failureThreshold: 3 }))],
    },
    'the same path on another port': {
      objects: [aDeployment(probes(HEALTH, { httpGet: { path: '/health', port: 9090 } }))],
    },
    'one probe alone': { objects: [aDeployment(probes(HEALTH, undefined))] },
  },
  refuses: {},
  refusesPods: {
    'the same question with the same patience': {
      change: probes(HEALTH, HEALTH),
      findings: [
        {
          path: 'spec.containers[0].livenessProbe',
          found: '30 seconds',
          rule: 'until it fails is not longer than the 30 seconds of the readiness probe, which checks the same',
          fix: FIX,
        },
      ],
    },
    'the same command with less patience': {
      change: probes(
        { exec: { command: ['check'] }, periodSeconds: 20, failureThreshold: 3 },
        { exec: { command: ['check'] }, periodSeconds: 5, failureThreshold: 6 },
      ),
      findings: [
        {
          path: 'spec.containers[0].livenessProbe',
          found: '30 seconds',
          rule: 'until it fails is not longer than the 60 seconds of the readiness probe, which checks the same',
          fix: FIX,
        },
      ],
    },
  },
};
