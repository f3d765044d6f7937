import { createHash } from 'node:crypto';
import { Duration } from 'cdk8s';
import {
  ConfigMap,
  type ContainerProps,
  EnvValue,
  FsGroupChangePolicy,
  ImagePullPolicy,
  MountPropagation,
  Secret,
  Volume,
  type VolumeMount,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { LABEL_LENGTH } from '../../kubernetes/names.ts';
import type { Labels } from '../../site/plan/labels.ts';
import { labelFrom } from '../../site/plan/names.ts';
import { goMemory } from './go-memory.ts';
import { DRAIN_SECONDS } from './harden.ts';
import { probes } from './health.ts';
import { type Bounds, containerResources } from './resources.ts';
import type { ConfigFiles, SecretKey, WorkloadProps } from './workload-props.ts';

/** Seconds that a process has to end after it stopped taking requests. */
const END_SECONDS = 30;

/** The pod of a workload, in the words of cdk8s-plus. */
export function podOf(scope: Construct, props: WorkloadProps, labels: Labels) {
  const config = configVolumes(scope, props, labels);
  const { serviceAccount } = props;
  const annotations = { ...scrapeAnnotations(props), ...(config && { [ANNOTATION.configHash]: config.hash }) };
  return {
    select: false,
    metadata: { name: props.name, labels },
    podMetadata: { labels, ...(Object.keys(annotations).length > 0 && { annotations }) },
    containers: [containerOf(scope, props, config?.mounts ?? [])],
    securityContext: identityOf(props),
    ...(props.node?.network && { hostNetwork: true }),
    automountServiceAccountToken: serviceAccount !== undefined,
    terminationGracePeriod: Duration.seconds(DRAIN_SECONDS + END_SECONDS),
    ...(serviceAccount && { serviceAccount }),
  };
}

/** As whom the pod runs; root only where the node itself is looked after. */
function identityOf({ user, node }: WorkloadProps) {
  if (node?.root) return { user: 0, group: 0, ensureNonRoot: false };
  return { user, group: user, fsGroup: user, fsGroupChangePolicy: FsGroupChangePolicy.ON_ROOT_MISMATCH };
}

/** The annotations by which pods of any team are found for scraping; most published charts know them too. */
function scrapeAnnotations({ metrics, ports }: WorkloadProps) {
  if (!metrics) return {};
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': `${ports?.[metrics.port]}`,
    ...(metrics.path && { 'prometheus.io/path': metrics.path }),
  };
}

function containerOf(scope: Construct, props: WorkloadProps, config: readonly VolumeMount[]): ContainerProps {
  return {
    name: props.name,
    image: props.image,
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    resources: containerResources(props.resources),
    ports: Object.entries(props.ports ?? {}).map(([name, number]) => ({ name, number })),
    envVariables: environment(scope, { ...goMemory(props.resources), ...props.environment }),
    volumeMounts: [...config, ...mounts(props), ...secretMounts(scope, props), ...scratch(scope, props)],
    ...(props.command && { command: [...props.command] }),
    ...(props.args && { args: [...props.args] }),
    ...(props.health && probes(props.health)),
    ...(props.node?.root && { securityContext: { ensureNonRoot: false } }),
  };
}

function environment(scope: Construct, variables: Readonly<Record<string, string | SecretKey>>) {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, environmentValue(scope, name, value)]),
  );
}

function environmentValue(scope: Construct, name: string, value: string | SecretKey): EnvValue {
  if (typeof value === 'string') return EnvValue.fromValue(value);
  const secret = Secret.fromSecretName(scope, `Secret ${name}`, value.secret);
  return EnvValue.fromSecretValue({ secret, key: value.key });
}

function mounts({ volumes = {} }: WorkloadProps): VolumeMount[] {
  return Object.entries(volumes).map(([path, { volume, readOnly = false, followsNode = false }]) => ({
    path,
    volume,
    readOnly,
    ...(followsNode && { propagation: MountPropagation.HOST_TO_CONTAINER }),
  }));
}

function secretMounts(scope: Construct, { secretFiles = {} }: WorkloadProps): VolumeMount[] {
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

/** The Secrets that a pod cannot start without; somebody else makes each of them. */
export function neededSecrets({ environment = {} }: WorkloadProps): string[] {
  return Object.values(environment).flatMap((value) => (typeof value === 'string' ? [] : [value.secret]));
}

/** What the process writes to the disk of its node besides its logs. */
export function writtenMebibytes({ scratch: directories = {}, resources }: WorkloadProps): Bounds {
  const { request, limit } = resources.diskMebibytes ?? { request: 0, limit: 0 };
  const full = Object.values(directories).reduce((sum, size) => sum + size.toMebibytes(), 0);
  return { request: request + full, limit: limit + full };
}

function scratch(scope: Construct, { scratch: directories = {} }: WorkloadProps): VolumeMount[] {
  return Object.entries(directories).map(([path, sizeLimit]) => {
    const name = `scratch${path.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
    return { path, volume: Volume.fromEmptyDir(scope, name, name, { sizeLimit }) };
  });
}

/** The configuration as volumes, with the hash that replaces the pods when a file changes. */
function configVolumes(scope: Construct, { name, config, moreConfig = {} }: WorkloadProps, labels: Labels) {
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
