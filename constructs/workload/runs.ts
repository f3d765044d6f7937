/** Where and how often a workload runs. */
export type Runs =
  | { readonly kind: 'replicas'; readonly count: number }
  | { readonly kind: 'alone' }
  | { readonly kind: 'once' }
  | { readonly kind: 'every-node'; readonly storageNode?: string };

export const Runs = {
  /** Replaced rolling: a new pod is ready before an old one goes. For what keeps nothing on its own disk. */
  replicas: (count: number): Runs => ({ kind: 'replicas', count }),

  /** Never two at a time: the old pod is gone before the new one starts. For what keeps data on a local volume. */
  alone: (): Runs => ({ kind: 'alone' }),

  /** Once, to its end; a failed try is repeated twice. */
  once: (): Runs => ({ kind: 'once' }),

  /** One on each node, or only on the node with this key in `platform.ts`. */
  everyNode: (storageNode?: string): Runs => ({ kind: 'every-node', ...(storageNode && { storageNode }) }),
} as const;
