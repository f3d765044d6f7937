import { type Chart, Duration, Size } from 'cdk8s';
import { ServiceAccount, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { describe, expect, test } from 'vitest';
import { Check, Runs, Workload, type WorkloadProps } from '../../constructs/workload/index.ts';
import { aFolder, objects, only } from './support/synth.ts';
import { aWorkload, container, RESOURCES, SMALLEST } from './support/workload.ts';

describe('a workload', () => {
  test('runs as restricted as Pod Security requires', () => {
    const { spec } = only(aWorkload(), 'Deployment').spec.template;

    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(spec.containers[0].securityContext).toEqual({
      runAsNonRoot: true,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(spec.enableServiceLinks).toBe(false);
  });

  test('requests what it states and carries the source of the figures', () => {
    const chart = aWorkload();

    expect(container(chart).resources).toEqual({
      requests: { cpu: '20m', memory: '64Mi', 'ephemeral-storage': '50Mi' },
      limits: { cpu: '500m', memory: '128Mi', 'ephemeral-storage': '100Mi' },
    });
    expect(only(chart, 'Deployment').metadata.annotations['armstead/requests-source']).toBe('measured on a test site');
  });

  test('is selected by its name and folder, whatever the construct around it is called', () => {
    const moved = aFolder();
    new Workload(new Construct(moved, 'Some other place'), 'Renamed', SMALLEST);

    expect(objects(moved)).toEqual(objects(aWorkload()));
    expect(only(moved, 'Deployment').spec.selector.matchLabels).toEqual({
      'app.kubernetes.io/name': 'shop',
      'app.kubernetes.io/part-of': 'monitoring',
    });
  });

  test('has pods that carry every label of the selector and none that hashes a path', () => {
    const { selector, template } = only(aWorkload(), 'Deployment').spec;

    expect(template.metadata.labels).toEqual({
      ...selector.matchLabels,
      'app.kubernetes.io/component': 'web',
      'app.kubernetes.io/managed-by': 'armstead',
    });
  });

  test('gives every port a Service that selects its pods', () => {
    const chart = aWorkload({ ports: { http: 8080, admin: 9090 } });

    expect(only(chart, 'Service').spec.ports).toEqual([
      { name: 'http', port: 8080 },
      { name: 'admin', port: 9090 },
    ]);
    expect(only(chart, 'Service').spec.selector).toEqual(only(chart, 'Deployment').spec.selector.matchLabels);
  });

  test('has no Service without a port', () => {
    expect(objects(aWorkload()).map(({ kind }) => kind)).toEqual(['Deployment']);
  });

  test('serves on while the edge hears that it goes, and has time to end after that', () => {
    const chart = aWorkload({ ports: { http: 8080 } });

    expect(container(chart).lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(only(chart, 'Deployment').spec.template.spec.terminationGracePeriodSeconds).toBe(40);
  });

  test('is replaced rolling: the new pod is ready before the old one goes', () => {
    const { spec } = only(aWorkload({ runs: Runs.replicas(2) }), 'Deployment');

    expect(spec.replicas).toBe(2);
    expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
  });

  test('that runs alone never has two pods on one disk', () => {
    const { spec } = only(aWorkload({ runs: Runs.alone() }), 'Deployment');

    expect(spec.replicas).toBe(1);
    expect(spec.strategy).toEqual({ type: 'Recreate' });
  });

  test('that runs on every node can be held to those with a label', () => {
    const { spec } = only(aWorkload({ runs: Runs.everyNode({ 'storage-node': 'b' }) }), 'DaemonSet').spec.template;

    expect(spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toEqual([
      { matchExpressions: [{ key: 'storage-node', operator: 'In', values: ['b'] }] },
    ]);
  });

  test('leaves rotation within ten seconds and is restarted only after two minutes', () => {
    const chart = aWorkload({ health: { ready: Check.http('/ready', 8080), alive: Check.http('/alive', 8080) } });

    expect(container(chart).readinessProbe).toEqual({
      httpGet: { path: '/ready', port: 8080, scheme: 'HTTP' },
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 2,
    });
    expect(container(chart).livenessProbe).toEqual({
      httpGet: { path: '/alive', port: 8080, scheme: 'HTTP' },
      periodSeconds: 20,
      timeoutSeconds: 3,
      failureThreshold: 6,
    });
  });

  test('may warm up for as long as it says before it counts as dead', () => {
    const health = { ready: Check.https('/warm', 8443), warmUp: Duration.minutes(10) };

    expect(container(aWorkload({ health })).startupProbe).toEqual({
      httpGet: { path: '/warm', port: 8443, scheme: 'HTTPS' },
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 120,
    });
  });

  test('may be asked by a program in its container', () => {
    const chart = aWorkload({ health: { ready: Check.command('pg_isready', '-q') } });

    expect(container(chart).readinessProbe.exec).toEqual({ command: ['pg_isready', '-q'] });
  });

  test('reads configuration files, and its pods are replaced when one of them changes', () => {
    const withConfig = (text: string) =>
      aWorkload({ config: { directory: '/etc/shop', files: { 'shop.yaml': text } } });
    const hash = (chart: Chart) => only(chart, 'Deployment').spec.template.metadata.annotations['armstead/config-hash'];
    const before = withConfig('a: 1\n');

    expect(only(before, 'ConfigMap').data).toEqual({ 'shop.yaml': 'a: 1\n' });
    expect(container(before).volumeMounts).toEqual([{ mountPath: '/etc/shop', name: 'config', readOnly: true }]);
    expect(hash(before)).toMatch(/^[0-9a-f]{16}$/);
    expect(hash(withConfig('a: 1\n'))).toBe(hash(before));
    expect(hash(withConfig('a: 2\n'))).not.toBe(hash(before));
  });

  test('takes a variable from a key of a Secret without holding its value', () => {
    const chart = aWorkload({ environment: { MODE: 'prod', TOKEN: { secret: 'shop', key: 'token' } } });

    expect(container(chart).env).toEqual([
      { name: 'GOMEMLIMIT', value: '115MiB' },
      { name: 'MODE', value: 'prod' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'shop', key: 'token' } } },
    ]);
  });

  test('keeps its volumes apart whatever a Secret is called', () => {
    const chart = aFolder();
    const config = { directory: '/etc/shop', files: { a: 'b' } };
    const { volumes } = only(
      aWorkload({ ...SMALLEST, config, secretFiles: { '/one': 'config', '/two': 'my.keys' } }, chart),
      'Deployment',
    ).spec.template.spec;
    const [map, ...secrets] = volumes.map(({ name }: { name: string }) => name);
    expect([map, secrets[0]]).toEqual(['config', 'secret-config']);
    expect(secrets[1]).toMatch(/^secret-my-keys-[0-9a-f]{8}$/);
  });

  test('uses every prop it is given', () => {
    const chart = aFolder();
    const all: Required<WorkloadProps> = {
      ...SMALLEST,
      runs: Runs.replicas(1),
      command: ['/shop'],
      args: ['--quiet'],
      environment: { MODE: 'prod' },
      ports: { http: 8080 },
      health: { ready: Check.http('/', 8080) },
      volumes: { '/data': { volume: Volume.fromEmptyDir(chart, 'Data', 'data'), readOnly: true } },
      scratch: { '/tmp': Size.mebibytes(64) },
      config: { directory: '/etc/shop', files: { a: 'b' } },
      moreConfig: { more: { directory: '/etc/more', files: { c: 'd' } } },
      metrics: { port: 'http', path: '/own/metrics' },
      secretFiles: { '/etc/keys': 'shop-keys' },
      priority: 'environment-1',
      before: { prepare: { image: 'ghcr.io/you/prepare:1.0.0', resources: RESOURCES } },
      idle: false,
      pullSecret: 'ghcr-pull',
      labels: { service: 'shop' },
      environmentFrom: 'shop-1a2b3c4d',
      ending: { servesOn: Duration.seconds(5), drain: Duration.minutes(1) },
      releasedWithin: Duration.minutes(4),
      pastVersions: 2,
      apart: true,
      node: { network: true, root: true },
      serviceAccount: new ServiceAccount(chart, 'Account', { metadata: { name: 'shop' } }),
    };
    const { metadata, spec } = only(aWorkload(all, chart), 'Deployment');
    const pod = spec.template.spec;

    expect([metadata.labels.service, spec.template.metadata.labels.service]).toEqual(['shop', 'shop']);
    expect(spec).toMatchObject({ revisionHistoryLimit: 2, progressDeadlineSeconds: 240 + 70 });
    expect(pod.terminationGracePeriodSeconds).toBe(70);
    expect(pod.imagePullSecrets).toEqual([{ name: 'ghcr-pull' }]);
    expect(pod.topologySpreadConstraints).toHaveLength(1);
    expect(pod.containers[0].envFrom).toEqual([{ configMapRef: { name: 'shop-1a2b3c4d' } }]);
    expect(pod.containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    expect(pod.containers[0]).toMatchObject({ command: ['/shop'], args: ['--quiet'], image: 'ghcr.io/you/shop:1.4.2' });
    expect(pod.containers[0].volumeMounts).toContainEqual({ mountPath: '/data', name: 'data', readOnly: true });
    expect(pod.volumes).toContainEqual({ name: 'scratch-tmp', emptyDir: { sizeLimit: '64Mi' } });
    expect(pod.volumes).toContainEqual({
      name: 'secret-shop-keys',
      secret: { secretName: 'shop-keys', optional: true },
    });
    expect(pod.hostNetwork).toBe(true);
    expect(pod.priorityClassName).toBe('environment-1');
    expect(pod.securityContext).toMatchObject({ runAsUser: 0, runAsGroup: 0, runAsNonRoot: false });
    expect(pod.initContainers[0].image).toBe('ghcr.io/you/prepare:1.0.0');
    expect(pod.serviceAccountName).toBe('shop');
    expect(pod.automountServiceAccountToken).toBe(true);
  });
});
