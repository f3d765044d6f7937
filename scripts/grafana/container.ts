import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Grafana as a site runs it, told without Kubernetes. */
export interface Container {
  readonly image: string;

  /** User and group: `472:472`. */
  readonly user: string;
  readonly readOnly: boolean;
  readonly memoryMebibytes: number;

  /** Settings whose values stand in the site. */
  readonly settings: Readonly<Record<string, string>>;

  /** Settings whose values are secret, each with the key under which its Secret has it. */
  readonly secrets: Readonly<Record<string, string>>;

  /** Files that it reads, by their paths below `directory`. */
  readonly directory: string;
  readonly files: Readonly<Record<string, string>>;

  /** Where it keeps what it keeps. */
  readonly data: string;

  /** Directories that are empty at the start, and how much each may hold. */
  readonly scratch: Readonly<Record<string, number>>;
}

interface Source {
  readonly configMap?: { readonly name: string; readonly items?: readonly { key: string; path: string }[] };
}

interface Volume extends Source {
  readonly name: string;
  readonly projected?: { readonly sources: readonly Source[] };
  readonly emptyDir?: { readonly sizeLimit?: string };
  readonly persistentVolumeClaim?: object;
}

interface Setting {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly key: string } };
}

interface PodSpec {
  readonly containers: readonly [
    {
      readonly image: string;
      readonly env?: readonly Setting[];
      readonly resources: { readonly limits: { readonly memory: string } };
      readonly securityContext: { readonly readOnlyRootFilesystem?: boolean };
      readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
    },
  ];
  readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
  readonly volumes: readonly Volume[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template: { readonly spec: PodSpec } };
}

/**
 * Reads a workload of a folder of `dist/`.
 *
 * @param folder such as `dist/monitoring`
 * @param name such as `dashboards`
 */
export function containerIn(folder: string, name: string): Container {
  const manifests = readdirSync(folder).map((file): Manifest => parse(readFileSync(join(folder, file), 'utf8')));
  const spec = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name)?.spec?.template
    .spec;
  if (!spec) throw new Error(`${folder} has no Deployment ${name}; run npx cdk8s synth`);
  const [{ image, env = [], resources, securityContext, volumeMounts }] = spec.containers;
  const mounted = volumeMounts.map(({ name, mountPath }) => ({
    path: mountPath,
    volume: spec.volumes.find((volume) => volume.name === name) as Volume,
  }));
  const config = mounted.find(({ volume }) => sourcesOf(volume).length > 0);
  return {
    image,
    user: `${spec.securityContext.runAsUser}:${spec.securityContext.runAsGroup}`,
    readOnly: securityContext.readOnlyRootFilesystem === true,
    memoryMebibytes: mebibytes(resources.limits.memory),
    settings: byName(env, ({ value }) => value),
    secrets: byName(env, ({ valueFrom }) => valueFrom?.secretKeyRef.key),
    directory: config?.path ?? '',
    files: config ? filesOf(config.volume, manifests) : {},
    data: mounted.find(({ volume }) => volume.persistentVolumeClaim)?.path ?? '',
    scratch: Object.fromEntries(
      mounted.flatMap(({ path, volume }) =>
        volume.emptyDir ? [[path, mebibytes(volume.emptyDir.sizeLimit ?? '64Mi')]] : [],
      ),
    ),
  };
}

function byName(env: readonly Setting[], read: (setting: Setting) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    env.flatMap((setting) => {
      const value = read(setting);
      return value === undefined ? [] : [[setting.name, value]];
    }),
  );
}

function sourcesOf(volume: Volume): readonly NonNullable<Source['configMap']>[] {
  return [volume, ...(volume.projected?.sources ?? [])].flatMap(({ configMap }) => configMap ?? []);
}

function filesOf(volume: Volume, manifests: readonly Manifest[]): Record<string, string> {
  const files = sourcesOf(volume).flatMap(({ name, items }) => {
    const data = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)?.data ?? {};
    const read = items ?? Object.keys(data).map((key) => ({ key, path: key }));
    return read.map(({ key, path }): [string, string] => [path, data[key] ?? '']);
  });
  return Object.fromEntries(files);
}

function mebibytes(size: string): number {
  const [, number = '', unit = ''] = /^(\d+)(Mi|Gi)$/.exec(size) ?? [];
  if (number === '') throw new Error(`${size} is no size in Mi or Gi`);
  return Number(number) * (unit === 'Gi' ? 1024 : 1);
}
