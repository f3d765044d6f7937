/** Name of the Service of Argo CD's pages, as its chart makes it for our values. */
const name = 'argocd-server';

/** Address at which something answers for the pod behind it. */
export const ARGO_CD_POD = { address: '10.244.9.9', port: 8080 };

/** What the chart of Argo CD makes of the route to its pages; the chart itself cannot be fetched here. */
export const argoCdServer = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'argocd', name },
    spec: { ports: [{ name: 'http', port: 80, targetPort: ARGO_CD_POD.port }] },
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { namespace: 'argocd', name, labels: { 'kubernetes.io/service-name': name } },
    addressType: 'IPv4',
    endpoints: [{ addresses: [ARGO_CD_POD.address] }],
    ports: [{ name: 'http', port: ARGO_CD_POD.port }],
  },
];
