import type { FieldCheck } from '../fields/breach.ts';
import { checked } from '../fields/checked.ts';
import { object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';
import { wait } from '../fields/waits.ts';

/** How a process that answers requests tells of itself: paths on its port, each answered with a status from 200 to 399. */
export interface HealthInput {
  /** Whether it can serve now; while it cannot, it gets no requests. Look at nothing but the process itself. */
  readonly ready: string;

  /** Whether it lives; where it does not answer for half a minute, it is restarted. */
  readonly alive: string;

  /**
   * Whether it has warmed up, for what is not of use at once.
   *
   * @default - it starts within a minute
   */
  readonly warm?: WarmInput;
}

/** A process that needs time before it is of use. */
export interface WarmInput {
  /** Path that is answered once it is of use. */
  readonly path: string;

  /** How long that takes, from `10s` to `1h`: `4m`. Every deadline follows from it, and after it somebody is told. */
  readonly within: string;
}

/** A path of HTTP without query: what stands in a probe and in an Ingress. */
export function httpPath(example: string) {
  return text(
    'a path',
    example,
    matches('http-path', /^\/[\w.~!$&'()*+,;=:@%/-]*$/, 'is not a path', `write a path such as ${example}`),
  );
}

/** What both controllers take in an Ingress, and the API server: plain parts, none of them empty, `.` or `..`. */
export const routePath = text(
  'a path',
  '/v1',
  matches(
    'route-path',
    /^(\/|(\/(?!\.{1,2}(\/|$))[\w.-]+)+\/?)$/,
    'is not a path of a host (parts of letters, digits, points, hyphens and underscores)',
    'write a path such as /v1',
  ),
);

interface Paths {
  readonly ready: string;
  readonly alive: string;
  readonly warm?: { readonly path: string } | undefined;
}

/** One path for both restarts every process as soon as what it needs is away. */
const aliveIsNotReady: FieldCheck<Paths> = {
  id: 'alive-is-not-ready',
  breach: ({ ready, alive }) =>
    ready === alive
      ? {
          found: '',
          rule: `has ${alive} for both: what cannot serve for a while would be restarted`,
          fix: `${alive === '/alive' ? "write ready: '/ready'; alive is" : "write alive: '/alive',"} answered as long as the process runs, whatever else is away`,
        }
      : undefined,
};

/** What warms up would be restarted before it is warm. */
const aliveIsNotWarm: FieldCheck<Paths> = {
  id: 'alive-is-not-warm',
  breach: ({ warm, alive }) =>
    warm?.path === alive
      ? {
          found: '',
          rule: `has ${alive} for both alive and warm: what turns cold again would be restarted`,
          fix: 'write another path for warm, such as /warm; alive is answered as long as the process runs',
        }
      : undefined,
};

const EXAMPLE = { ready: '/ready', alive: '/alive' };

export const healthSchema = checked(
  object("{ ready: '/ready', alive: '/alive' }", {
    ready: httpPath('/ready'),
    alive: httpPath('/alive'),
    warm: object("{ path: '/warm', within: '4m' }", {
      path: httpPath('/warm'),
      within: wait('4m', '10s', '1h'),
    }).optional(),
  }),
  EXAMPLE,
  [aliveIsNotReady, aliveIsNotWarm],
);
