import { LetsEncrypt } from '../../constructs/certificates/index.ts';
import { ISSUERS, PLATFORM_PRIORITY } from '../../site/plan/index.ts';
import { healthIgnored } from '../argo-cd/ignored-health.ts';
import type { Build } from '../folder.ts';

export { certManagerApplication, certManagerValues } from './cert-manager.ts';

/** Whom certificates come from. */
export const buildCertificates: Build = (chart, { contact, edge }) => {
  const { ingressClass } = edge;
  const props = { contact, names: ISSUERS, ingressClass, priority: PLATFORM_PRIORITY };
  const { issuers } = new LetsEncrypt(chart, "Let's Encrypt", props);
  // Nothing waits for the one that signs nothing.
  healthIgnored(edge.certificates === 'staging' ? issuers.production : issuers.staging);
};
