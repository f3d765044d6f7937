/** Name of Argo CD's Application and release: names of all that its chart makes begin with it. */
export const ARGO_CD = 'argocd';

/** The API server of the cluster in which Argo CD itself runs: it applies to no other. */
export const IN_THIS_CLUSTER = 'https://kubernetes.default.svc';
