import { ANNOTATION } from './annotations.ts';
import type { LoadBalancerKind } from './load-balancers.ts';
import type { ObjectMeta } from './object.ts';

/** Pods that a Helm chart makes, which stand nowhere in `dist/`. */
export interface DeclaredPods {
  readonly name: string;
  readonly replicas: number;

  /** Thousandths of a core that one of them requests. */
  readonly cpuMillis: number;

  /** Mebibytes of memory that one of them requests. */
  readonly memoryMebibytes: number;

  /** Mebibytes of memory that one of them may use; what it requests where no limit is declared. */
  readonly memoryLimitMebibytes?: number;

  /** Mebibytes of the node's disk that one of them requests; nothing where it is not declared. */
  readonly diskMebibytes?: number;
}

/** What a Helm chart has the cloud make, which stands nowhere in `dist/` either. */
export interface Rented {
  /**
   * Sizes of its block volumes in gigabytes; each counts at least 50.
   *
   * @default - none
   */
  readonly blockVolumesGb?: readonly number[];

  /**
   * Kinds of its load balancers.
   *
   * @default - none
   */
  readonly loadBalancers?: readonly LoadBalancerKind[];
}

/** What the chart of an Argo CD Application makes, as annotations of the Application. */
export function declarations(pods: readonly DeclaredPods[], rented?: Rented): Record<string, string> {
  return {
    [ANNOTATION.declaredPods]: JSON.stringify(pods),
    ...(rented && { [ANNOTATION.rented]: JSON.stringify(rented) }),
  };
}

interface Annotated {
  readonly metadata: Pick<ObjectMeta, 'annotations'>;
}

/** The pods that an Application declares. */
export function declaredPods({ metadata }: Annotated): readonly DeclaredPods[] {
  return JSON.parse(metadata.annotations?.[ANNOTATION.declaredPods] ?? '[]');
}

/** What an Application declares as rented. */
export function declaredRents({ metadata }: Annotated): Rented {
  return JSON.parse(metadata.annotations?.[ANNOTATION.rented] ?? '{}');
}
