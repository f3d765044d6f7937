import { Duration, Size } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  BodyLimit,
  Exposure,
  Guard,
  RateLimit,
  SecureIngress,
  type SecureIngressProps,
  type Timeouts,
} from '../constructs/secure-ingress/index.ts';
import type { GuardPlan, HostPlan, Plan } from '../site/plan/index.ts';

/** What a route says of its clients. */
type ClientLimits = Pick<SecureIngressProps, 'allowedSources' | 'blockedSources' | 'rateLimit'>;

/** A planned route, in the words of the constructs. */
interface Route {
  readonly exposure: Exposure;
  readonly guard: Guard;
  readonly limits: ClientLimits;
  readonly timeouts: Timeouts;

  /** The largest body that passes, where one is planned. */
  readonly largestUpload?: Size;
}

/** What is published alone, beside what the plan says of the host. */
export interface PublishOptions {
  /**
   * The Service.
   *
   * @default - the one of the plan, which a Helm chart makes
   */
  readonly service?: Service;

  /**
   * Whether another folder makes the Service of the plan.
   *
   * @default false
   */
  readonly elsewhere?: boolean;

  /**
   * Name of the Ingress and of what belongs to it.
   *
   * @default - that of the Service
   */
  readonly name?: string;
}

/** Publishes what answers at a host of the plan. */
export function publish(
  scope: Construct,
  id: string,
  { edge }: Plan,
  host: HostPlan,
  { service, elsewhere = false, name }: PublishOptions = {},
): SecureIngress {
  const { limits, exposure, guard, timeouts, largestUpload } = routeTo(host);
  const { backend, below, largestBody } = host;
  return new SecureIngress(scope, id, {
    ...{ edge, host: host.host, exposure, guard, protocol: backend.protocol },
    backend: { service: service ?? backend.service, port: backend.port, elsewhere },
    ...limits,
    ...(Object.keys(timeouts).length > 0 && { timeouts }),
    ...(name !== undefined && { name }),
    ...(below !== undefined && { path: below }),
    ...(largestBody && { bodyLimit: largestUpload ? BodyLimit.of(largestUpload) : BodyLimit.none() }),
  });
}

/** A host of the plan in the words of the constructs. */
export function routeTo({ exposure, guard, limits, timeouts, largestBody }: HostPlan): Route {
  const largestUpload = typeof largestBody === 'object' ? Size.mebibytes(largestBody.mebibytes) : undefined;
  return {
    exposure: exposure === 'home' ? Exposure.HOME : Exposure.PUBLIC,
    guard: guardOf(guard),
    limits: limitsOf(limits),
    timeouts: timeoutsOf(timeouts),
    ...(largestUpload && { largestUpload }),
  };
}

function guardOf(guard: GuardPlan): Guard {
  if (guard.kind === 'basic') return Guard.basic(guard);
  return guard.kind === 'sign-on' ? Guard.signOn(guard) : Guard.none();
}

/** From where clients may come, and how many requests each may send. */
function limitsOf({ allowFrom, blockFrom, rate }: HostPlan['limits']): ClientLimits {
  return {
    ...(allowFrom && { allowedSources: allowFrom }),
    ...(blockFrom && { blockedSources: blockFrom }),
    ...(rate && { rateLimit: RateLimit.perSecond(rate) }),
  };
}

/** How long the edge waits for a service, as far as the plan says so. */
function timeoutsOf({ connect, idle, answer }: HostPlan['timeouts']): Timeouts {
  return {
    ...(connect && { connect: Duration.seconds(connect.seconds) }),
    ...(idle && { idle: Duration.seconds(idle.seconds) }),
    ...(answer && { answer: Duration.seconds(answer.seconds) }),
  };
}
