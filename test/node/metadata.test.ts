import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { images } from '../../constructs/versions.ts';
import { METADATA_ADDRESS, metadataGuard } from '../../infra/machine/node/metadata.ts';
import { kubectl } from '../cluster/support/kubectl.ts';
import { withoutDigests } from '../support/digests.ts';
import { IDENTITY, RESOLVED, startCloud } from './support/cloud.ts';
import { type Machine, run } from './support/machine.ts';

const NAMESPACE = 'metadata-test';
const IMAGE = withoutDigests(images.busybox);

/** A pod that waits to be told what to do; on the network of its node, or on its own. */
function aPod(name: string, hostNetwork: boolean) {
  const container = { name: 'main', image: IMAGE, imagePullPolicy: 'IfNotPresent', command: ['sleep', '3600'] };
  const spec = { hostNetwork, terminationGracePeriodSeconds: 0, containers: [container] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: NAMESPACE }, spec };
}

/** What a command inside a pod prints within five seconds. */
function inside(pod: string, ...command: readonly string[]): string {
  const { succeeded, output } = kubectl(['exec', pod, '--namespace', NAMESPACE, '--', 'timeout', '5', ...command]);
  return succeeded ? output : 'silence';
}

const metadata = (pod: string, port = 80) =>
  inside(pod, 'wget', '-q', '-O', '-', `http://${METADATA_ADDRESS}:${port}/`);

/** The rules that cloud-init writes on a node. */
const rules = metadataGuard.find(({ path }) => path.endsWith('.nft'))?.content ?? '';

describe('the metadata of the cloud, on a real node', () => {
  let cloud: Machine;

  beforeAll(async () => {
    cloud = await startCloud();
    const labels = { 'pod-security.kubernetes.io/enforce': 'privileged' };
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels } };
    const items = [namespace, aPod('ordinary', false), aPod('on-the-host', true)];
    kubectl(['apply', '--filename', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    kubectl(['wait', 'pod', '--all', '--for=condition=Ready', '--namespace', NAMESPACE, '--timeout=120s']);
  });

  afterAll(() => {
    cloud.stop();
    run('nft delete table inet armstead-metadata 2>/dev/null || true');
    kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
  });

  test('answers every pod where there is no guard, or else the tests below prove nothing', () => {
    expect(metadata('ordinary')).toBe(IDENTITY);
  });

  test('does not answer a pod on a node of ours, and answers one on the network of the node', () => {
    run('nft --file -', rules);
    expect(metadata('ordinary')).toBe('silence');
    expect(metadata('on-the-host')).toBe(IDENTITY);
  });

  test('still answers the questions of a pod for names, by either protocol', () => {
    expect(metadata('ordinary', 53)).toBe(IDENTITY);
    expect(inside('ordinary', 'nslookup', 'example.org', METADATA_ADDRESS)).toContain(RESOLVED);
  });
});
