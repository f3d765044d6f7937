import { App, Chart, Size } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { LocalStorage, type LocalStorageProps } from '../../constructs/local-storage/index.ts';
import { aFolder, objects, only } from './support/synth.ts';

const METRICS: LocalStorageProps = {
  name: 'metrics',
  node: 'a',
  nodeLabel: 'storage-node',
  size: Size.gibibytes(5),
  owner: 10_001,
};

function aVolume(props: Partial<LocalStorageProps> = {}): Chart {
  const chart = aFolder();
  new LocalStorage(chart, 'Data', { ...METRICS, ...props });
  return chart;
}

describe('LocalStorage', () => {
  test('finds its node by the key in platform.ts, which survives the replacement of a machine', () => {
    expect(only(aVolume({ node: 'b' }), 'PersistentVolume').spec.nodeAffinity).toEqual({
      required: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'storage-node', operator: 'In', values: ['b'] }] }],
      },
    });
  });

  test('binds volume and claim to each other before anything else can take either', () => {
    const chart = aVolume();
    const volume = only(chart, 'PersistentVolume');
    const claim = only(chart, 'PersistentVolumeClaim');

    expect(volume.metadata.name).toBe('monitoring-metrics-a');
    expect(claim.spec.volumeName).toBe('monitoring-metrics-a');
    expect(volume.spec.claimRef).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: 'monitoring',
      name: claim.metadata.name,
    });
  });

  test('says in the object itself that the data dies with the node', () => {
    expect(only(aVolume(), 'PersistentVolume').metadata.annotations['armstead/data']).toBe(
      'lies on the disk of node a alone and dies with it',
    );
  });

  test('tells which of its objects must stay where data is to stay, and knows nothing of who keeps them', () => {
    const chart = aFolder();
    const storage = new LocalStorage(chart, 'Data', METRICS);

    expect(storage.objects.map(({ kind }) => kind)).toEqual([
      'PersistentVolume',
      'PersistentVolumeClaim',
      'StorageClass',
    ]);
    expect(objects(chart).flatMap(({ metadata }) => Object.keys(metadata.annotations ?? {}))).toEqual([
      'armstead/data',
    ]);
    expect(only(chart, 'PersistentVolume').spec.persistentVolumeReclaimPolicy).toBe('Retain');
  });

  test('tells whose it is and how large it is', () => {
    const storage = new LocalStorage(aFolder(), 'Data', METRICS);
    const { name, owner, size, claimName } = storage;
    expect([name, owner, size.toMebibytes(), claimName]).toEqual(['metrics', 10_001, 5120, 'metrics-a']);
  });

  test('belongs to a user of its own and lies on a node by its name where nothing else is said', () => {
    const chart = aFolder();
    const { owner: _, nodeLabel: __, ...rest } = METRICS;
    expect(new LocalStorage(chart, 'Data', rest).owner).toBe(10_000);
    expect(only(chart, 'PersistentVolume').spec.nodeAffinity.required.nodeSelectorTerms).toEqual([
      { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['a'] }] },
    ]);
  });

  test('gives volume and class no namespace, whatever that of the chart', () => {
    const chart = aVolume();
    for (const kind of ['PersistentVolume', 'StorageClass']) {
      expect(only(chart, kind).metadata).not.toHaveProperty('namespace');
    }
    expect(only(chart, 'PersistentVolumeClaim').metadata.namespace).toBe('monitoring');
  });

  test('makes one class for each name that volumes request', () => {
    const chart = aVolume({ storageClass: 'disks' });
    new LocalStorage(chart, 'More', { ...METRICS, name: 'logs' });

    expect(
      objects(chart)
        .filter(({ kind }) => kind === 'StorageClass')
        .map(({ metadata }) => metadata.name),
    ).toEqual(['disks', 'local']);
    const claims = objects(chart).filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(claims.map(({ spec }) => spec.storageClassName)).toEqual(['disks', 'local']);
  });

  test('lies in a directory of its name where none is stated', () => {
    const pathOf = (chart: Chart) => only(chart, 'PersistentVolume').spec.local.path;
    expect(pathOf(aVolume())).toBe('/var/lib/volumes/metrics');
    expect(pathOf(aVolume({ directory: '/mnt/disk/metrics' }))).toBe('/mnt/disk/metrics');
  });

  test('refuses the directory of another volume, also of another chart', () => {
    const app = new App();
    const [one, other] = ['shop', 'forum'].map((namespace) => new Chart(app, namespace, { namespace }));
    new LocalStorage(one as Chart, 'Data', METRICS);
    expect(() => new LocalStorage(other as Chart, 'Data', METRICS)).toThrow(
      "LocalStorage 'forum/Data' cannot be built:\n  - 'directory' /var/lib/volumes/metrics of node a holds another volume " +
        'already; state one of its own',
    );
    expect(() => new LocalStorage(other as Chart, 'Elsewhere', { ...METRICS, node: 'b' })).not.toThrow();
  });

  test('refuses a size that no claim could take', () => {
    expect(() => aVolume({ size: Size.mebibytes(512) })).toThrow(
      "LocalStorage 'monitoring/Data' cannot be built:\n  - 'size' must be at least 1Gi, which the claim of every local " +
        'volume requests, got 512Mi; use Size.gibibytes(1)',
    );
  });

  test('states its size in the form that the API server keeps', () => {
    expect(only(aVolume(), 'PersistentVolume').spec.capacity).toEqual({ storage: '5Gi' });
    expect(only(aVolume({ size: Size.mebibytes(1536) }), 'PersistentVolume').spec.capacity).toEqual({
      storage: '1536Mi',
    });
  });

  test('lets the size change later: the claim, which can never grow, does not state it', () => {
    const small = only(aVolume({ size: Size.gibibytes(1) }), 'PersistentVolumeClaim');
    const large = only(aVolume({ size: Size.gibibytes(90) }), 'PersistentVolumeClaim');

    expect(large).toEqual(small);
  });

  test('waits for the pod that uses it, and has one class however many volumes there are', () => {
    const chart = aVolume();
    new LocalStorage(chart, 'More', { ...METRICS, name: 'logs' });

    expect(only(chart, 'StorageClass')).toMatchObject({
      metadata: { name: 'local' },
      provisioner: 'kubernetes.io/no-provisioner',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    expect(objects(chart).filter(({ kind }) => kind === 'PersistentVolume')).toHaveLength(2);
  });

  test('has one class in an app of several charts', () => {
    const app = new App();
    const charts = ['metrics', 'logs'].map((namespace) => new Chart(app, namespace, { namespace }));
    for (const chart of charts) new LocalStorage(chart, 'Data', { ...METRICS, name: chart.node.id });

    const classes = charts.flatMap(objects).filter(({ kind }) => kind === 'StorageClass');

    expect(classes).toHaveLength(1);
  });

  test('fails in a chart without a namespace, where nothing could claim it', () => {
    const chart = new Chart(new App(), 'nowhere');

    expect(() => new LocalStorage(chart, 'Data', METRICS)).toThrow(
      'LocalStorage nowhere/Data: its chart has no namespace, so nothing can claim it',
    );
  });
});
