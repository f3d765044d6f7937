import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { aSite, manifestsOfSite } from '../../support/site.ts';

interface Container {
  readonly image: string;
  readonly args?: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts?: readonly { readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly resources: {
    readonly requests: Readonly<Record<string, string>>;
    readonly limits: Readonly<Record<string, string>>;
  };
}

const workloads = manifestsOfSite(aSite())
  .map(({ object }) => object)
  .filter(({ kind, metadata }) => kind !== 'Job' && ['monitoring', 'agents'].includes(metadata.namespace ?? ''))
  .filter(({ kind }) => ['Deployment', 'DaemonSet'].includes(kind));

/** A workload as a reviewer wants to see it. */
function summary({ kind, metadata, spec }: KubeObject): string {
  const { containers } = (spec as { template: { spec: { containers: readonly Container[] } } }).template.spec;
  return containers.map((container) => [`${kind} ${metadata.name}`, ...lines(container)].join('\n  ')).join('\n');
}

function lines({
  image,
  args = [],
  ports = [],
  volumeMounts = [],
  resources: { requests, limits },
}: Container): string[] {
  return [
    // Without its version: a bot raises that, and what its branch changes is seen in dist/.
    image.replace(/:[^:/]+$/, ''),
    ...args,
    ...ports.map(({ name, containerPort }) => `port ${name} ${containerPort}`),
    ...volumeMounts.map(({ mountPath, readOnly }) => `${readOnly ? 'reads' : 'writes'} ${mountPath}`),
    `asks for ${requests.cpu} ${requests.memory}, gets at most ${limits.cpu} ${limits.memory}`,
  ];
}

describe('the parts of monitoring in the example site', () => {
  test.each(workloads.map((workload) => [workload.metadata.name, workload] as const))('%s', (_, workload) => {
    expect(summary(workload)).toMatchSnapshot();
  });
});
