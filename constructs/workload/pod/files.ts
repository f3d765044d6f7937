import { createHash } from 'node:crypto';
import type { Size } from 'cdk8s';
import { ConfigMap, EnvValue, MountPropagation, Secret, Volume, type VolumeMount } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Labels } from '../../../kubernetes/labels.ts';
import { LABEL_LENGTH } from '../../../kubernetes/names.ts';
import { labelFrom } from '../../names.ts';

/** A volume in the view of a process. */
export interface Mount {
  /** The volume, as cdk8s-plus has it. */
  readonly volume: Volume;

  /**
   * Whether the process may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Whether the process sees what the node mounts below it later, such as a disk that is attached.
   *
   * @default false
   */
  readonly followsNode?: boolean;
}

/** Files of one directory, by name; a name may contain folders: `provisioning/datasources/metrics.yaml`. */
export interface ConfigFiles {
  /** Where the process finds them: `/etc/grafana`. */
  readonly directory: string;

  /** Contents by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A key of a Secret that somebody else makes in the same namespace. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;

  /** The key in it whose value is meant. */
  readonly key: string;
}

/** Environment variables: a text, or a key of a Secret. */
type Variables = Readonly<Record<string, string | SecretKey>>;

/** The variables of a process in the words of cdk8s-plus. */
export function environment(scope: Construct, variables: Variables) {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, environmentValue(scope, name, value)]),
  );
}

function environmentValue(scope: Construct, name: string, value: string | SecretKey): EnvValue {
  if (typeof value === 'string') return EnvValue.fromValue(value);
  const secret = Secret.fromSecretName(scope, `Secret ${name}`, value.secret);
  return EnvValue.fromSecretValue({ secret, key: value.key });
}

/**
 * Volumes by the path at which a process sees them.
 *
 * @param common what counts for those that say nothing else
 */
export function mounts(
  volumes: Readonly<Record<string, Mount>> = {},
  common: Pick<Mount, 'readOnly'> = {},
): VolumeMount[] {
  return Object.entries(volumes).map(([path, { volume, readOnly = common.readOnly, followsNode = false }]) => ({
    path,
    volume,
    ...(readOnly !== undefined && { readOnly }),
    ...(followsNode && { propagation: MountPropagation.HOST_TO_CONTAINER }),
  }));
}

/** Secrets as files, by directory. */
export function secretMounts(scope: Construct, secretFiles: Readonly<Record<string, string>> = {}): VolumeMount[] {
  return Object.entries(secretFiles).map(([path, name]) => {
    const secret = Secret.fromSecretName(scope, `Secret of ${path}`, name);
    // The name of a Secret is the user's: with the prefix it is that of no other volume, and without dots it is a label.
    const volume = Volume.fromSecret(scope, `Files of ${path}`, secret, { name: secretVolume(name), optional: true });
    return { path, volume, readOnly: true };
  });
}

function secretVolume(secret: string): string {
  const prefix = 'secret-';
  return `${prefix}${labelFrom(secret, LABEL_LENGTH - prefix.length)}`;
}

/** Directories that are empty at each start. */
export function scratchMounts(scope: Construct, directories: Readonly<Record<string, Size>> = {}): VolumeMount[] {
  return Object.entries(directories).map(([path, sizeLimit]) => {
    const name = scratchVolume(path);
    return { path, volume: Volume.fromEmptyDir(scope, name, name, { sizeLimit }) };
  });
}

/** Two paths have two names: what is not plain keeps its beginning and ends in a digest of the whole. */
function scratchVolume(path: string): string {
  const isPlain = /^(\/[a-z0-9]+)+$/.test(path);
  return labelFrom(isPlain ? `scratch${path.replaceAll('/', '-')}` : `scratch${path}`);
}

/** What is configured by files. */
interface Configured {
  readonly name: string;
  readonly config?: ConfigFiles;
  readonly moreConfig?: Readonly<Record<string, ConfigFiles>>;
}

/** The configuration as volumes, with the hash that replaces the pods when a file changes. */
export function configVolumes(scope: Construct, { name, config, moreConfig = {} }: Configured, labels: Labels) {
  const more = Object.entries(moreConfig).map(([id, files]) => configVolume(scope, `${name}-${id}`, files, labels, id));
  const mounts = [...(config ? [configVolume(scope, name, config, labels)] : []), ...more];
  if (mounts.length === 0) return undefined;
  const files = [config, ...Object.values(moreConfig)].flatMap((one) => Object.entries(one?.files ?? {}));
  const hash = createHash('sha256').update(JSON.stringify(files.sort())).digest('hex');
  return { hash: hash.slice(0, 16), mounts };
}

/** One object with files, where the process finds them. */
function configVolume(scope: Construct, name: string, config: ConfigFiles, labels: Labels, id?: string): VolumeMount {
  const files = Object.entries(config.files).map(([path, text]) => ({ path, text, key: path.replaceAll('/', '.') }));
  const data = Object.fromEntries(files.map(({ key, text }) => [key, text]));
  const called = (what: string) => (id === undefined ? what : `${what} ${id}`);
  const map = new ConfigMap(scope, called('Config'), { metadata: { name, labels }, data });
  // The keys of a ConfigMap have no slash: files in folders are put back where they belong.
  const items = Object.fromEntries(files.map(({ key, path }) => [key, { path }]));
  const nested = files.some(({ key, path }) => key !== path);
  const volume = Volume.fromConfigMap(scope, called('Config volume'), map, {
    name: id === undefined ? 'config' : `config-${id}`,
    ...(nested && { items }),
  });
  return { path: config.directory, volume, readOnly: true };
}
