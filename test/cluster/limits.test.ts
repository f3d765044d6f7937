import { Testing } from 'cdk8s';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NamespaceLimits } from '../../platform/teams/namespace-limits.ts';
import { aFolder } from '../constructs/support/synth.ts';
import { kubectl } from './support/kubectl.ts';

const NAMESPACE = 'limits-test';
const IMAGE = 'registry.k8s.io/pause:3.10.1';

/** Creates an object in the namespace and answers why it was refused; nothing where it was not. */
function refusalOf(apiVersion: string, kind: string, name: string, spec: object): string {
  const object = { apiVersion, kind, metadata: { name, namespace: NAMESPACE }, spec };
  return kubectl(['create', '--filename', '-'], JSON.stringify(object)).complaints;
}

function pod(name: string, resources: object = {}): string {
  return refusalOf('v1', 'Pod', name, { containers: [{ name: 'main', image: IMAGE, resources }] });
}

const claim = (storageClassName: string) => ({
  storageClassName,
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '10Gi' } },
});

beforeAll(async () => {
  kubectl(['create', 'namespace', NAMESPACE]);
  const chart = aFolder(NAMESPACE);
  const portion = { millicores: 100, memoryMebibytes: 256, memoryLimitMebibytes: 384, pods: 3 };
  new NamespaceLimits(chart, 'Limits', { namespace: NAMESPACE, portion });
  const items = Testing.synth(chart);
  const { succeeded, complaints } = kubectl(
    ['apply', '--server-side', '--filename', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  if (!succeeded) throw new Error(complaints);
  // The quota counts once a controller has filled in what is used.
  kubectl(['wait', 'resourcequota/share', '--namespace', NAMESPACE, '--for=jsonpath={.status.used.pods}=0']);
});

afterAll(() => {
  kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
});

describe('a namespace with its share of the nodes', () => {
  test('gives requests and limits to a pod that states none', () => {
    expect(pod('silent')).toBe('');
    const stated = '--output=jsonpath={.spec.containers[0].resources}';
    expect(JSON.parse(kubectl(['get', 'pod', 'silent', '--namespace', NAMESPACE, stated]).output)).toEqual({
      requests: { cpu: '10m', memory: '64Mi', 'ephemeral-storage': '50Mi' },
      limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '1Gi' },
    });
  });

  test('refuses a pod that requests more than is left of the share', () => {
    const cpu = { requests: { cpu: '91m', memory: '8Mi' }, limits: { cpu: '1', memory: '16Mi' } };
    expect(pod('large', cpu)).toContain(
      'exceeded quota: share, requested: requests.cpu=91m, used: requests.cpu=10m, limited: requests.cpu=100m',
    );
    const memory = { requests: { cpu: '1m', memory: '140Mi' }, limits: { cpu: '1', memory: '280Mi' } };
    expect(pod('hungry', memory)).toContain(
      'exceeded quota: share, requested: limits.memory=280Mi, used: limits.memory=128Mi',
    );
  });

  test('refuses a memory limit of more than twice the request', () => {
    const resources = { requests: { cpu: '1m', memory: '8Mi' }, limits: { cpu: '1', memory: '17Mi' } };
    expect(pod('dishonest', resources)).toContain('memory max limit to request ratio per Container is 2');
  });

  test('refuses disks that the cloud would rent out', () => {
    expect(refusalOf('v1', 'PersistentVolumeClaim', 'rented', claim('oci-bv'))).toContain('exceeded quota: share');
    expect(refusalOf('v1', 'PersistentVolumeClaim', 'local', claim('local'))).toBe('');
  });
});
