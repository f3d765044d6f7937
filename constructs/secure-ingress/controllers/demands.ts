import type { BodyLimit, RateLimit, Redirect } from '../limits.ts';

/** What one Ingress asks of the controller, in the words of the user; what is absent is not asked for. */
export interface Demands {
  /** A password file in front. */
  readonly basic?: { readonly secret: string; readonly realm: string };

  /** The site's sign-on in front. */
  readonly signOn?: { readonly check: string; readonly signIn: string; readonly headers: readonly string[] };

  /** Backend that speaks TLS. */
  readonly backendTls?: true;

  readonly bodyLimit?: BodyLimit;
  readonly connectSeconds?: number;

  /** For the service to take the next byte of a request. */
  readonly sendSeconds?: number;

  /** For the next byte of an answer, the first one included. */
  readonly silenceSeconds?: number;

  readonly rateLimit?: RateLimit;
  readonly rateExempt?: readonly string[];

  /** Requests that one client may have open at once. */
  readonly openAtOnce?: number;

  readonly allowedSources?: readonly string[];
  readonly blockedSources?: readonly string[];

  /** Kibibytes a second for one connection. */
  readonly bandwidth?: number;

  /** `www.` in front of the host leads to it. */
  readonly www?: true;

  readonly redirect?: Redirect;

  /** ConfigMap, as `namespace/name`, of headers that every answer carries. */
  readonly answerHeaders?: string;
}

/** One feature that an Ingress may ask for. */
export type Feature = keyof Demands;

/** How one controller is told what an Ingress asks for. */
export interface Adapter {
  readonly name: string;

  /** The annotations for each feature; a feature that is not here is one that the controller does not honour. */
  readonly honours: { readonly [F in Feature]?: (demand: NonNullable<Demands[F]>) => Readonly<Record<string, string>> };
}

/** The features that are asked for and that the controller does not honour. */
export function lacking({ honours }: Adapter, demands: Demands): Feature[] {
  return asked(demands).filter((feature) => !(feature in honours));
}

/** The annotations that tell a controller what is asked of it. */
export function annotationsFor({ honours }: Adapter, demands: Demands): Record<string, string> {
  return Object.assign({}, ...asked(demands).map((feature) => translated(honours, demands, feature)));
}

function translated<F extends Feature>(honours: Adapter['honours'], demands: Demands, feature: F) {
  const translate = honours[feature] as ((demand: Demands[F]) => Record<string, string>) | undefined;
  return translate?.(demands[feature]) ?? {};
}

function asked(demands: Demands): Feature[] {
  return (Object.keys(demands) as Feature[]).filter((feature) => demands[feature] !== undefined);
}
