/** What OKE runs in the namespace `kube-system` of every cluster with flannel. */
export interface SystemPod {
  readonly name: string;
  readonly millicores: number;
  readonly memoryMebibytes: number;

  /** Whether each node runs one; the others run once in the cluster. */
  readonly everyNode: boolean;
}

/**
 * OKE's own pods.
 *
 * Oracle states no figures. The names and kinds are those of a basic cluster with flannel; the requests of CoreDNS and of
 * flannel are the ones of their upstream manifests, the others are guesses on the safe side. `docs/budget.md` tells how
 * to compare them with your cluster.
 */
export const SYSTEM_PODS: readonly SystemPod[] = [
  { name: 'coredns', millicores: 100, memoryMebibytes: 70, everyNode: false },
  { name: 'kube-dns-autoscaler', millicores: 20, memoryMebibytes: 10, everyNode: false },
  { name: 'kube-flannel-ds', millicores: 100, memoryMebibytes: 50, everyNode: true },
  { name: 'proxymux-client', millicores: 50, memoryMebibytes: 64, everyNode: true },
  { name: 'csi-oci-node', millicores: 30, memoryMebibytes: 70, everyNode: true },
];

/** The most pods of a node: the kubelet's default, which OKE leaves with flannel. */
export const PODS_OF_A_NODE = 110;
