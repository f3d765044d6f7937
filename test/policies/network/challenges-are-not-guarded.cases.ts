import { challengesAreNotGuarded } from '../../../policies/network/challenges-are-not-guarded.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anIngress } from '../support/objects.ts';

const EDIT_IN_PLACE = 'acme.cert-manager.io/http01-edit-in-place';
const guard = (name: string, value: string) => ({ [`nginx.ingress.kubernetes.io/${name}`]: value });

const refusal = (name: string, value: string): Breaking => ({
  objects: [anIngress('web', {}, { [EDIT_IN_PLACE]: 'true', ...guard(name, value) })],
  findings: [
    {
      in: 'Ingress shop/web',
      path: `metadata.annotations['${EDIT_IN_PLACE}']`,
      found: 'true',
      rule: `puts the challenge behind nginx.ingress.kubernetes.io/${name}`,
      fix: 'remove it: cert-manager then makes an Ingress of its own for the challenge, which has no guard',
    },
  ],
});

export const cases: PolicyCases = {
  policy: challengesAreNotGuarded,
  accepts: {
    'a guard beside an Ingress of its own for the challenge': {
      objects: [anIngress('web', {}, { [EDIT_IN_PLACE]: 'false', ...guard('auth-type', 'basic') })],
    },
    'edit in place without a guard': { objects: [anIngress('web', {}, { [EDIT_IN_PLACE]: 'true' })] },
  },
  refuses: {
    'a password': refusal('auth-type', 'basic'),
    'a sign-on': refusal('auth-url', 'http://oauth2-proxy.sign-on.svc.cluster.local:4180/oauth2/auth'),
    'a range of addresses': refusal('whitelist-source-range', '192.168.4.0/22'),
  },
};
