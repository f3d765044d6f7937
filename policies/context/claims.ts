import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Path } from '../../kubernetes/object.ts';
import type { ClaimSpec, PodSpec } from '../../kubernetes/pod-spec.ts';
import type { PolicyContext } from './context.ts';

/** Where the claims of an object come from: it is one, a StatefulSet makes one for each pod, or each pod has its own. */
export type ClaimOrigin = 'claim' | 'template' | 'ephemeral';

/** A claim to a volume, and its place in the object that makes it. */
export interface PlacedClaim {
  readonly spec: ClaimSpec;
  readonly at: Path;
  readonly origin: ClaimOrigin;
}

interface Templates {
  readonly volumeClaimTemplates?: readonly { readonly spec?: ClaimSpec }[];
}

/** The claim that an object is, and those that it has Kubernetes make. */
export function claimsOf(subject: Manifest, context: PolicyContext): PlacedClaim[] {
  const { kind } = subject.object;
  const spec = (subject.object.spec ?? {}) as ClaimSpec & Templates;
  if (kind === 'PersistentVolumeClaim') return [{ spec, at: ['spec'], origin: 'claim' }];
  const pod = context.podOf(subject);
  return [
    ...(kind === 'StatefulSet' ? fromTemplates(spec) : []),
    ...(pod ? ephemeral(pod.spec, [...pod.path, 'spec', 'volumes']) : []),
  ];
}

function fromTemplates({ volumeClaimTemplates = [] }: Templates): PlacedClaim[] {
  return volumeClaimTemplates.map(({ spec = {} }, index) => ({
    spec,
    at: ['spec', 'volumeClaimTemplates', index, 'spec'],
    origin: 'template',
  }));
}

function ephemeral({ volumes = [] }: PodSpec, at: Path): PlacedClaim[] {
  return volumes.flatMap(({ ephemeral: claim }, index) =>
    claim
      ? [
          {
            spec: claim.volumeClaimTemplate?.spec ?? {},
            at: [...at, index, 'ephemeral', 'volumeClaimTemplate', 'spec'],
            origin: 'ephemeral' as const,
          },
        ]
      : [],
  );
}
