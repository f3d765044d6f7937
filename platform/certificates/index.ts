import { LetsEncrypt } from '../../constructs/certificates/index.ts';
import type { Build } from '../folder.ts';

export { certManagerApplication, certManagerValues } from './cert-manager.ts';

/** Whom certificates come from. */
export const buildCertificates: Build = (chart, { contact, edge }) => {
  new LetsEncrypt(chart, "Let's Encrypt", { contact, used: edge.certificates });
};
