import type { Handler, Probe } from '../../kubernetes/pod-spec.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Kubernetes' own defaults (API reference, Probe). */
const PERIOD_SECONDS = 10;
const FAILURES = 3;

/** A process that is busy is taken out of rotation, and restarted only when that has not helped. */
export const livenessIsPatient: Policy = {
  id: 'liveness-is-patient',
  title: 'A liveness probe that checks the same as the readiness probe waits longer before it fails.',
  why:
    'If both fail at once, a process that is only busy is killed under load instead of being left alone for a moment, ' +
    'and its share of the load then kills the next one.',
  check: eachContainer(({ container: { livenessProbe, readinessProbe } }) => {
    if (!livenessProbe || !readinessProbe || question(livenessProbe) !== question(readinessProbe)) return [];
    const alive = secondsToFail(livenessProbe);
    const ready = secondsToFail(readinessProbe);
    if (alive > ready) return [];
    return [
      {
        path: ['livenessProbe'],
        found: `${alive} seconds`,
        rule: `until it fails is not longer than the ${ready} seconds of the readiness probe, which checks the same`,
        fix: 'write a larger failureThreshold, or check something that fails only when a restart would help',
      },
    ];
  }),
};

function secondsToFail({ periodSeconds = PERIOD_SECONDS, failureThreshold = FAILURES }: Probe): number {
  return periodSeconds * failureThreshold;
}

function question({ httpGet, tcpSocket, exec, grpc }: Handler): string {
  const { path = '/', port } = httpGet ?? {};
  return JSON.stringify([httpGet && [path, port], tcpSocket?.port, exec?.command, grpc?.port]);
}
