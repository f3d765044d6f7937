import {
  ConfigMap,
  type ContainerProps,
  Env,
  FsGroupChangePolicy,
  ImagePullPolicy,
  Secret,
  type VolumeMount,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../../kubernetes/annotations.ts';
import type { Labels } from '../../../kubernetes/labels.ts';
import type { Preparation, WorkloadProps } from '../workload-props.ts';
import { graceOf } from './ending.ts';
import { configVolumes, environment, mounts, scratchMounts, secretMounts } from './files.ts';
import { probes } from './health.ts';
import { type Bounds, containerResources, goMemory } from './resources.ts';

/** The pod of a workload, in the words of cdk8s-plus. */
export function podOf(scope: Construct, props: WorkloadProps, labels: Labels) {
  const config = configVolumes(scope, props, labels);
  const { serviceAccount, before = {}, idle, pullSecret } = props;
  const annotations = { ...scrapeAnnotations(props), ...(config && { [ANNOTATION.configHash]: config.hash }) };
  const preparations = Object.entries(before).map(([name, one]) => preparationOf(scope, name, one));
  return {
    select: false,
    metadata: { name: props.name, labels },
    podMetadata: { labels, ...(Object.keys(annotations).length > 0 && { annotations }) },
    ...(preparations.length > 0 && { initContainers: preparations }),
    containers: [containerOf(scope, props, config?.mounts ?? [])],
    securityContext: identityOf(props),
    ...(props.node?.network && { hostNetwork: true }),
    automountServiceAccountToken: serviceAccount !== undefined,
    ...(!idle && { terminationGracePeriod: graceOf(props) }),
    ...(serviceAccount && { serviceAccount }),
    ...(pullSecret !== undefined && { dockerRegistryAuth: Secret.fromSecretName(scope, 'Pull Secret', pullSecret) }),
  };
}

/** As whom the pod runs; root only where the node itself is looked after. */
function identityOf({ user, node, idle }: WorkloadProps) {
  if (node?.root) return { user: 0, group: 0, ensureNonRoot: false };
  if (idle) return { user, group: user };
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
    name: props.idle ? 'idle' : props.name,
    ...processOf(props),
    ports: Object.entries(props.ports ?? {}).map(([name, number]) => ({ name, number })),
    ...(props.environmentFrom !== undefined && { envFrom: [variablesOf(scope, props.environmentFrom)] }),
    envVariables: environment(scope, { ...(!props.idle && goMemory(props.resources)), ...props.environment }),
    volumeMounts: [
      ...config,
      ...mounts(props.volumes, { readOnly: false }),
      ...secretMounts(scope, props.secretFiles),
      ...scratchMounts(scope, props.scratch),
    ],
    ...(props.health && probes(props.health)),
    ...(props.node?.root && { securityContext: { ensureNonRoot: false } }),
  };
}

function variablesOf(scope: Construct, configMap: string) {
  return Env.fromConfigMap(ConfigMap.fromConfigMapName(scope, 'Variables', configMap));
}

function preparationOf(scope: Construct, name: string, preparation: Preparation): ContainerProps {
  const { asRoot, environment: variables = {}, volumes } = preparation;
  const own = new Construct(scope, `Before ${name}`);
  return {
    name,
    ...processOf(preparation),
    envVariables: environment(own, variables),
    volumeMounts: mounts(volumes),
    ...(asRoot && {
      securityContext: { user: 0, group: 0, ensureNonRoot: false, capabilities: { add: [...asRoot] } },
    }),
  };
}

/** What is started, and what it gets. */
function processOf({
  image,
  resources,
  command,
  args,
}: Pick<WorkloadProps, 'image' | 'resources' | 'command' | 'args'>) {
  return {
    image,
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    resources: containerResources(resources),
    ...(command && { command: [...command] }),
    ...(args && { args: [...args] }),
  };
}

/** The Secrets that a pod cannot start without; somebody else makes each of them. */
export function neededSecrets({ environment = {}, before = {}, pullSecret }: WorkloadProps): string[] {
  const ofVariables = [environment, ...Object.values(before).map((preparation) => preparation.environment ?? {})]
    .flatMap((variables) => Object.values(variables))
    .flatMap((value) => (typeof value === 'string' ? [] : [value.secret]));
  return [...ofVariables, ...(pullSecret === undefined ? [] : [pullSecret])];
}

/** What the process writes to the disk of its node besides its logs. */
export function writtenMebibytes({ scratch: directories = {}, resources }: WorkloadProps): Bounds {
  const { request, limit } = resources.diskMebibytes ?? { request: 0, limit: 0 };
  const full = Object.values(directories).reduce((sum, size) => sum + size.toMebibytes(), 0);
  return { request: request + full, limit: limit + full };
}
