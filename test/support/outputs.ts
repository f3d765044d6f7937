import type { SiteOutputs } from '../../site/outputs.ts';

/** What an infrastructure that was built hands over. */
export const OUTPUTS: SiteOutputs = {
  compartment: 'ocid1.compartment.oc1..aaaa',
  cluster: { id: 'ocid1.cluster.oc1.eu-frankfurt-1.aaaa', endpoint: '10.0.2.5:6443' },
  loadBalancer: {
    address: '203.0.113.10',
    subnet: 'ocid1.subnet.oc1.eu-frankfurt-1.public',
    securityGroup: 'ocid1.networksecuritygroup.oc1.eu-frankfurt-1.edge',
  },
  nodes: {
    subnet: 'ocid1.subnet.oc1.eu-frankfurt-1.nodes',
    securityGroup: 'ocid1.networksecuritygroup.oc1.eu-frankfurt-1.nodes',
  },
};
