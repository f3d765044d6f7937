import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Size } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { LocalDirectories, LocalStorage, type LocalStorageProps } from '../../constructs/local-storage/index.ts';
import { inFolder } from '../support/programs.ts';
import { aFolder, only } from './support/synth.ts';

describe('LocalDirectories', () => {
  function directories(): Chart {
    const chart = aFolder('storage');
    new LocalDirectories(chart, 'A', {
      node: 'a',
      nodeLabel: 'storage-node',
      root: '/var/lib/armstead',
      volumes: [
        { name: 'metrics', owner: 10_001 },
        { name: 'dashboards', owner: 472 },
      ],
    });
    return chart;
  }

  test('gives every volume of the node a directory with its owner, and may run again at any time', () => {
    const { spec } = only(directories(), 'DaemonSet').spec.template;

    expect(spec.initContainers[0].command).toEqual([
      'sh',
      '-euc',
      [
        'mkdir -p /volumes/metrics',
        'chown 10001:10001 /volumes/metrics',
        'chmod 2770 /volumes/metrics',
        'mkdir -p /volumes/dashboards',
        'chown 472:472 /volumes/dashboards',
        'chmod 2770 /volumes/dashboards',
      ].join('\n'),
    ]);
    expect(spec.volumes).toEqual([
      { name: 'root', hostPath: { path: '/var/lib/armstead', type: 'DirectoryOrCreate' } },
    ]);
  });

  test('knows by itself every volume of the app on its node, also one that comes later, and no other', () => {
    const app = new App();
    const chart = new Chart(app, 'data', { namespace: 'data' });
    const stored = (name: string, more: Partial<LocalStorageProps> = {}) =>
      new LocalStorage(chart, name, { name, node: 'a', size: Size.gibibytes(1), ...more });
    stored('first');
    const disks = new Chart(app, 'disks', { namespace: 'disks' });
    new LocalDirectories(disks, 'A', { node: 'a' });
    stored('later', { owner: 472 });
    stored('strange', { node: 'b' });
    stored('elsewhere', { directory: '/mnt/disk' });

    const { spec } = only(disks, 'DaemonSet').spec.template;
    const prepared = ['first', 'later'].flatMap((name) => {
      const owner = name === 'later' ? 472 : 10_000;
      return [`mkdir -p /volumes/${name}`, `chown ${owner}:${owner} /volumes/${name}`, `chmod 2770 /volumes/${name}`];
    });
    expect(spec.initContainers[0].command[2].split('\n')).toEqual(prepared);
    expect(spec.volumes[0].hostPath.path).toBe('/var/lib/volumes');
  });

  test('runs on its own node only, so that no other node gets the directories', () => {
    const { spec } = only(directories(), 'DaemonSet').spec.template;

    expect(spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toEqual([
      { matchExpressions: [{ key: 'storage-node', operator: 'In', values: ['a'] }] },
    ]);
  });

  test('is root with three capabilities only while it prepares', () => {
    const { spec } = only(directories(), 'DaemonSet').spec.template;

    expect(spec.initContainers[0].securityContext).toMatchObject({
      runAsUser: 0,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { add: ['CHOWN', 'FOWNER', 'FSETID'], drop: ['ALL'] },
    });
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65_534 });
    expect(spec.containers[0]).not.toHaveProperty('volumeMounts');
  });
});

describe('the script of LocalDirectories, run by a shell', () => {
  const names = ['metrics', 'logs', 'dashboards'];
  const [owner, user] = [10_001, process.getuid?.() ?? 0];

  /** Runs it with a folder in the place of the one in the container, for the user of the tests, who need not be root. */
  function prepare(folder: string) {
    const chart = aFolder('storage');
    const volumes = names.map((name) => ({ name, owner }));
    new LocalDirectories(chart, 'A', { node: 'a', root: '/var/lib/armstead', volumes });
    const [shell = '', flags = '', script = ''] = only(chart, 'DaemonSet').spec.template.spec.initContainers[0].command;
    const here = script.replaceAll('/volumes', folder).replaceAll(`${owner}:${owner}`, `${user}:${process.getgid?.()}`);
    return spawnSync(shell, [flags, here], { encoding: 'utf8' });
  }

  test('makes every directory for its owner and the group of its volume, and again changes nothing', () => {
    inFolder((folder) => {
      for (const round of [1, 2]) {
        expect(prepare(folder), `round ${round}`).toMatchObject({ status: 0, stderr: '' });
        for (const name of names) {
          const { mode, uid } = statSync(join(folder, name));
          expect([name, (mode & 0o7777).toString(8), uid]).toEqual([name, '2770', user]);
        }
      }
    });
  });

  test.each(names)('fails when the directory of %s cannot be made, wherever it comes among the others', (name) => {
    inFolder((folder) => {
      writeFileSync(join(folder, name), 'a file is in the way');
      const { status, stderr } = prepare(folder);
      expect(status).toBe(1);
      expect(stderr).toContain(`${folder}/${name}`);
    });
  });

  test('leaves alone what lies in a directory that is there', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'metrics'));
      writeFileSync(join(folder, 'metrics', 'data'), 'kept', { mode: 0o640 });
      expect(prepare(folder).status).toBe(0);
      expect((statSync(join(folder, 'metrics', 'data')).mode & 0o7777).toString(8)).toBe('640');
    });
  });
});
