import type { SignOnPlan } from '../../site/plan/edge.ts';
import type { Demands } from './controllers/index.ts';
import { Exposure } from './exposure.ts';
import type { Guard } from './guard.ts';
import type { SecureIngressProps } from './secure-ingress-props.ts';

const BODY_LIMIT = { mebibytes: 8 };
const CONNECT_SECONDS = 5;
const ANSWER_SECONDS = 60;

/** What the Ingress of a service asks of the controller. */
export function demandsOf(props: SecureIngressProps): Demands {
  const { timeouts = {}, protocol, www } = props;
  return {
    ...guardDemand(props.guard, props.edge.signOn),
    ...sourcesDemand(props),
    bodyLimit: props.bodyLimit ?? BODY_LIMIT,
    connectSeconds: timeouts.connect?.toSeconds() ?? CONNECT_SECONDS,
    answerSeconds: timeouts.answer?.toSeconds() ?? ANSWER_SECONDS,
    rateLimit: props.rateLimit,
    rateExempt: some(props.rateExempt),
    blockedSources: some(props.blockedSources),
    bandwidth: props.bandwidth,
    ...(protocol === 'https' && { backendTls: true }),
    ...(www && { www: true }),
  };
}

/** Only this much is asked where a path leads elsewhere: nobody is let in. */
export function sourcesDemand({ edge, exposure, allowedSources }: SecureIngressProps): Pick<Demands, 'allowedSources'> {
  const sources = some(allowedSources) ?? (exposure === Exposure.HOME ? edge.homeNetworks : undefined);
  return sources ? { allowedSources: sources } : {};
}

function guardDemand(guard: Guard, signOn: SignOnPlan | undefined): Pick<Demands, 'basic' | 'signOn'> {
  if (guard.kind === 'basic') return { basic: { secret: guard.secret, realm: guard.realm } };
  if (guard.kind === 'sign-on' && signOn) return { signOn: { ...signOn, check: checkOf(guard, signOn.check) } };
  return {};
}

/** The question whether somebody is signed on and is one of those; several names of one kind are alternatives. */
function checkOf({ groups, mails }: Guard & { kind: 'sign-on' }, check: string): string {
  const query = new URLSearchParams();
  if (groups.length > 0) query.set('allowed_groups', groups.join(','));
  if (mails.length > 0) query.set('allowed_emails', mails.join(','));
  return query.size > 0 ? `${check}?${query}` : check;
}

function some<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
