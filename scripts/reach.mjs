/** What a command says where kubectl answers, and no cluster does. */
export const NO_CLUSTER =
  'kubectl reaches no cluster; is the tunnel up, and is this the right context? See kubectl config get-contexts';

/** What a command says where kubectl does not know which cluster is meant. */
export const NO_CONTEXT =
  'kubectl has no current context; let KUBECONFIG name the kubeconfig that the cloud gave you, or choose one of kubectl config get-contexts by kubectl config use-context NAME';

/** What to check of a cluster first: everything else would fail with pages of what kubectl tried. */
export const IS_READY = ['get', '--raw', '/readyz'];
