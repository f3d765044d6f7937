import { createHash } from 'node:crypto';
import { Duration } from 'cdk8s';
import {
  ConfigMap,
  type ContainerProps,
  EnvValue,
  FsGroupChangePolicy,
  ImagePullPolicy,
  Secret,
  Volume,
  type VolumeMount,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Labels } from '../../site/plan/labels.ts';
import { goMemory } from './go-memory.ts';
import { DRAIN_SECONDS } from './harden.ts';
import { probes } from './health.ts';
import { containerResources } from './resources.ts';
import type { SecretKey, WorkloadProps } from './workload-props.ts';

/** Seconds that a process has to end after it stopped taking requests. */
const END_SECONDS = 30;

/** The pod of a workload, in the words of cdk8s-plus. */
export function podOf(scope: Construct, props: WorkloadProps, labels: Labels) {
  const config = configVolume(scope, props, labels);
  const { serviceAccount } = props;
  const annotations = { ...scrapeAnnotations(props), ...(config && { 'armstead/config-hash': config.hash }) };
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
  return Object.entries(volumes).map(([path, { volume, readOnly = false }]) => ({ path, volume, readOnly }));
}

function secretMounts(scope: Construct, { secretFiles = {} }: WorkloadProps): VolumeMount[] {
  return Object.entries(secretFiles).map(([path, name]) => {
    const secret = Secret.fromSecretName(scope, `Secret of ${path}`, name);
    const volume = Volume.fromSecret(scope, `Files of ${path}`, secret, { name, optional: true });
    return { path, volume, readOnly: true };
  });
}

/** The Secrets that a pod cannot start without; somebody else makes each of them. */
export function neededSecrets({ environment = {} }: WorkloadProps): string[] {
  return Object.values(environment).flatMap((value) => (typeof value === 'string' ? [] : [value.secret]));
}

function scratch(scope: Construct, { scratch: directories = {} }: WorkloadProps): VolumeMount[] {
  return Object.entries(directories).map(([path, sizeLimit]) => {
    const name = `scratch${path.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`;
    return { path, volume: Volume.fromEmptyDir(scope, name, name, { sizeLimit }) };
  });
}

/** The configuration as a volume, with the hash that replaces the pods when a file changes. */
function configVolume(scope: Construct, { name, config }: WorkloadProps, labels: Labels) {
  if (!config) return undefined;
  const files = Object.entries(config.files).map(([path, text]) => ({ path, text, key: path.replaceAll('/', '.') }));
  const data = Object.fromEntries(files.map(({ key, text }) => [key, text]));
  const map = new ConfigMap(scope, 'Config', { metadata: { name, labels }, data });
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.entries(config.files).sort()))
    .digest('hex');
  // The keys of a ConfigMap have no slash: files in folders are put back where they belong.
  const items = Object.fromEntries(files.map(({ key, path }) => [key, { path }]));
  const nested = files.some(({ key, path }) => key !== path);
  const volume = Volume.fromConfigMap(scope, 'Config volume', map, { name: 'config', ...(nested && { items }) });
  return { hash: hash.slice(0, 16), mounts: [{ path: config.directory, volume, readOnly: true }] };
}
