import type { PodSpec } from '../../kubernetes/pod-spec.ts';
import { shown } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Who speaks to the API server says so, and has a name of its own there. */
export const serviceAccountTokensAreAskedFor: Policy = {
  id: 'service-account-tokens-are-asked-for',
  title: 'A pod says whether it gets a token of the API server, and gets one only under an account of its own.',
  why: 'By default every pod gets a token that it never uses and that an intruder would; the account default is shared by all.',
  check: eachPod(function* ({ spec }) {
    const { automountServiceAccountToken: mounted, serviceAccountName: account } = spec;
    if (typeof mounted !== 'boolean') {
      yield {
        path: ['spec', 'automountServiceAccountToken'],
        found: shown(mounted),
        rule: 'is missing, and a token is then mounted',
        fix: 'write false, or true beside a serviceAccountName if the process calls the API server',
      };
    }
    if ((mounted === true || projectsToken(spec)) && (account === undefined || account === 'default')) {
      yield {
        path: ['spec', 'serviceAccountName'],
        found: shown(account),
        rule: account === undefined ? 'is missing beside a token' : 'is shared by every pod of the namespace',
        fix: 'write a ServiceAccount of its own, with the rights that the process needs',
      };
    }
  }),
};

function projectsToken({ volumes = [] }: PodSpec): boolean {
  return volumes.some(({ projected }) => projected?.sources?.some(({ serviceAccountToken }) => serviceAccountToken));
}
