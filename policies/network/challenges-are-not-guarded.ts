import { INGRESS } from '../../kubernetes/ingresses.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const EDIT_IN_PLACE = 'acme.cert-manager.io/http01-edit-in-place';

/** Annotations that keep somebody out; each ingress controller of a site obeys them. */
const GUARDS = [
  'auth-type',
  'auth-secret',
  'auth-url',
  'auth-tls-secret',
  'whitelist-source-range',
  'allowlist-source-range',
].map((name) => `nginx.ingress.kubernetes.io/${name}`);

/** The certificate authority can fetch its challenge, whoever else must not come in. */
export const challengesAreNotGuarded: Policy = {
  id: 'challenges-are-not-guarded',
  title: 'No Ingress with a guard lets cert-manager edit it in place.',
  why:
    'Edited in place, the path of the challenge stands behind the password of the Ingress: the certificate authority gets ' +
    'a 401, and the certificate never comes.',
  absolute: 'the certificate would never come',
  check: eachOf<unknown>([INGRESS], ({ metadata: { annotations = {} } }) => {
    const guard = GUARDS.find((key) => key in annotations);
    if (annotations[EDIT_IN_PLACE] !== 'true' || guard === undefined) return [];
    return [
      {
        path: ['metadata', 'annotations', EDIT_IN_PLACE],
        found: 'true',
        rule: `puts the challenge behind ${guard}`,
        fix: 'remove it: cert-manager then makes an Ingress of its own for the challenge, which has no guard',
      },
    ];
  }),
};
