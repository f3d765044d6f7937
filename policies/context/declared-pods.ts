import type { Subject } from '../subject.ts';

/** The annotation of an Argo CD Application with the pods of its Helm chart, as a list in JSON. */
export const DECLARED_PODS = 'armstead/pods';

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

/** The pods that an Application declares. */
export function declaredPods({ object }: Subject): readonly DeclaredPods[] {
  const text = object.metadata.annotations?.[DECLARED_PODS];
  return text === undefined ? [] : JSON.parse(text);
}
