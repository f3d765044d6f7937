import { argoCdManagesTheKind } from '../../../policies/argo-cd/argo-cd-manages-the-kind.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anObject, aService } from '../support/objects.ts';

const refusal = (apiVersion: string, kind: string, found: string): Breaking => ({
  objects: [anObject(apiVersion, kind, 'web')],
  findings: [
    {
      in: `${kind} shop/web`,
      path: 'kind',
      found,
      rule: 'is left out by Argo CD and never applied',
      fix: 'write what makes such an object instead, such as a Service with a selector or a Certificate',
    },
  ],
});

export const cases: PolicyCases = {
  policy: argoCdManagesTheKind,
  accepts: {
    'what it applies': { objects: [aService(), anObject('cert-manager.io/v1', 'Certificate', 'web')] },
    'the endpoints of a service at home': { objects: [anObject('discovery.k8s.io/v1', 'EndpointSlice', 'nas')] },
  },
  refuses: {
    'endpoints that are written by hand': refusal('v1', 'Endpoints', 'Endpoints'),
    'a lease, in every version': refusal('coordination.k8s.io/v1beta1', 'Lease', 'Lease.coordination.k8s.io'),
    'what cert-manager makes on the way': refusal(
      'cert-manager.io/v1',
      'CertificateRequest',
      'CertificateRequest.cert-manager.io',
    ),
  },
};
