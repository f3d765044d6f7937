import { type Chart, Duration, Size } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { objects } from './support/synth.ts';
import { aService, containerOf, named, SIZE, templates, WEB, web } from './support/team-service.ts';

describe('the processes of a service', () => {
  test('are objects named by service and process; that which answers is called as the service is', () => {
    expect(objects(aService()).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      expect.stringMatching(/^ConfigMap storefront-[0-9a-f]{8}$/),
      'Deployment storefront',
      'Service storefront',
      'Deployment storefront--images',
      'CronJob storefront--prices',
      'CronJob storefront--console',
    ]);
  });

  test('say on every object and every pod which service they are of, and pods which process', () => {
    const chart = aService();

    expect(new Set(objects(chart).map(({ metadata }) => metadata.labels.service))).toEqual(new Set(['storefront']));
    expect(
      Object.values(templates(chart)).map(({ metadata }) => [metadata.labels.service, metadata.labels.process]),
    ).toEqual([
      ['storefront', 'web'],
      ['storefront', 'images'],
      ['storefront', 'prices'],
      ['storefront', 'console'],
    ]);
    expect(named(chart, 'Deployment', 'storefront').spec.selector.matchLabels).toEqual({
      'app.kubernetes.io/name': 'storefront',
      'app.kubernetes.io/part-of': 'shop-prod-storefront',
    });
  });

  test('share image, user, pull Secret and scratch, and know nothing of the cluster', () => {
    const chart = aService({ pullSecret: 'ghcr-pull', scratch: { '/tmp': Size.mebibytes(64) } });

    for (const { spec } of Object.values(templates(chart))) {
      expect(spec).toMatchObject({
        ...{ automountServiceAccountToken: false, enableServiceLinks: false },
        imagePullSecrets: [{ name: 'ghcr-pull' }],
        securityContext: { runAsNonRoot: true, runAsUser: 10_001, runAsGroup: 10_001 },
        volumes: [{ name: 'scratch-tmp', emptyDir: { sizeLimit: '64Mi' } }],
      });
      expect(spec.containers[0]).toMatchObject({
        image: 'ghcr.io/acme/storefront:1.4.2',
        securityContext: { readOnlyRootFilesystem: true },
        volumeMounts: [{ mountPath: '/tmp', name: 'scratch-tmp' }],
      });
    }
  });

  test('may use four times the processor that is reserved, no more memory, and a bounded part of the disk', () => {
    const chart = aService({ scratch: { '/tmp': Size.mebibytes(64) } });

    for (const { spec } of Object.values(templates(chart))) {
      expect(spec.containers[0].resources).toEqual({
        requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '114Mi' },
        limits: { cpu: '200m', memory: '128Mi', 'ephemeral-storage': '164Mi' },
      });
    }
  });
});

describe('the process that answers requests', () => {
  test('is asked at three paths, each with its own patience', () => {
    const probe = (path: string) => ({ httpGet: { path, port: 8080, scheme: 'HTTP' } });
    const warm = { path: '/warm', within: Duration.minutes(10) };

    expect(containerOf(web({ health: { ...WEB.health, warm } }))).toMatchObject({
      startupProbe: { ...probe('/warm'), periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 240 },
      readinessProbe: { ...probe('/ready'), periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 },
      livenessProbe: { ...probe('/alive'), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
    });
  });

  test('has a minute to start where it need not warm up', () => {
    expect(containerOf(web()).startupProbe).toMatchObject({ httpGet: { path: '/alive' }, failureThreshold: 12 });
  });

  test('is asked over TLS where it speaks it', () => {
    expect(containerOf(web({ protocol: 'https' })).readinessProbe.httpGet.scheme).toBe('HTTPS');
  });

  test('has as long to become ready as it may warm, beside the pull of its image and the end of an old pod', () => {
    const warm = { path: '/warm', within: Duration.minutes(10) };

    // A minute to start and three for the image; 5 seconds to serve on, 30 to finish and 5 to spare.
    expect(web().spec.progressDeadlineSeconds).toBe(60 + 180 + 40);
    expect(web({ health: { ...WEB.health, warm } }).spec.progressDeadlineSeconds).toBe(1200 + 180 + 40);
    expect(web().spec.minReadySeconds).toBe(0);
  });

  test('is replaced without a lost request: one more pod first, five seconds of service after it was told to end', () => {
    const { spec } = web({ drain: Duration.minutes(1) });

    expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
    expect(spec.template.spec.containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    expect(spec.template.spec.terminationGracePeriodSeconds).toBe(5 + 60 + 5);
    expect(spec.revisionHistoryLimit).toBe(2);
  });

  test('has a Service at its port, and says where its metrics are', () => {
    const same = aService({ web: { ...WEB, metrics: { port: 8080, path: '/own/metrics' } } });
    const beside = aService({ web: { ...WEB, metrics: { port: 9090, path: '/metrics' } } });
    const annotations = (chart: Chart) => templates(chart).storefront.metadata.annotations;

    expect(named(same, 'Service', 'storefront').spec.ports).toEqual([{ name: 'http', port: 8080 }]);
    expect(annotations(same)).toMatchObject({ 'prometheus.io/port': '8080', 'prometheus.io/path': '/own/metrics' });
    expect(annotations(beside)).toMatchObject({ 'prometheus.io/port': '9090' });
    expect(annotations(aService())).toBeUndefined();
  });

  test('keeps its replicas apart where there are several nodes, and lets one go at a time', () => {
    const chart = aService({ apart: true, web: { ...WEB, replicas: 2 } });
    const selector = { 'app.kubernetes.io/name': 'storefront', 'app.kubernetes.io/part-of': 'shop-prod-storefront' };

    expect(templates(chart).storefront.spec.topologySpreadConstraints).toEqual([
      {
        ...{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
        ...{ labelSelector: { matchLabels: selector }, matchLabelKeys: ['pod-template-hash'] },
      },
    ]);
    expect(named(chart, 'PodDisruptionBudget', 'storefront').spec).toEqual({
      ...{ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: selector } },
    });
  });

  test('keeps no node from being emptied where it runs once, or where there is one node', () => {
    const budgets = [aService({ apart: true }), aService({ web: { ...WEB, replicas: 2 } })].flatMap((chart) =>
      objects(chart).filter(
        ({ kind, spec }) => kind === 'PodDisruptionBudget' || spec?.template?.spec?.topologySpreadConstraints,
      ),
    );

    expect(budgets).toEqual([]);
  });
});

describe('a worker', () => {
  test('has no Service and does not serve on, and has its own time to finish', () => {
    const chart = aService();
    const { containers, terminationGracePeriodSeconds } = templates(chart)['storefront--images'].spec;

    expect(objects(chart).filter(({ kind }) => kind === 'Service')).toHaveLength(1);
    expect(containers[0].lifecycle).toBeUndefined();
    expect(containers[0].command).toEqual(['bin/images']);
    expect(terminationGracePeriodSeconds).toBe(120 + 5);
  });

  test('that is single is gone before the next starts, and no other process is', () => {
    const worker = { drain: Duration.seconds(30), size: SIZE };
    const chart = aService({ workers: { queue: { ...worker, single: true }, images: { ...worker, replicas: 2 } } });
    const strategies = ['storefront', 'storefront--queue', 'storefront--images'].map((name) => {
      const { strategy, replicas } = named(chart, 'Deployment', name).spec;
      return [strategy.type, replicas];
    });

    expect(strategies).toEqual([
      ['RollingUpdate', 1],
      ['Recreate', 1],
      ['RollingUpdate', 2],
    ]);
  });
});
