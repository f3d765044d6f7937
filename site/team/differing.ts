import { wholeNumber } from '../fields/numbers.ts';
import { secretName } from '../fields/secret-name.ts';
import { oneOf, text } from '../fields/text.ts';
import { upload } from '../sections/home-services.ts';
import { type LimitsInput, limitFields } from '../sections/limits.ts';
import { peopleSchema } from '../sections/members.ts';
import type { AllowInput } from '../sections/reach.ts';
import { type TimeoutsInput, timeoutsSchema } from '../sections/timeouts.ts';
import { type HealthInput, healthSchema, httpPath, routePath } from './health.ts';
import { commandSchema, drainSchema } from './processes.ts';
import { type SizeInput, sizeSchema } from './size.ts';
import { envSchema, scratchSchema, secretKeysSchema, usesSchema } from './variables.ts';

/** What of a service may differ from one environment to the next. */
export interface DifferingInput extends LimitsInput {
  /**
   * Program that answers requests, with its arguments.
   *
   * @default - the image's own
   */
  readonly command?: readonly string[];

  /**
   * What a process has of a node: `s` is 50m and 128Mi, `m` 100m and 256Mi, `l` 250m and 512Mi.
   *
   * @default s
   */
  readonly size?: SizeInput;

  /**
   * How many pods answer requests.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Host under the domain: `www`. In every environment but the first the environment is added: `www-staging`.
   *
   * @default - none: only the cluster reaches it
   */
  readonly host?: string;

  /**
   * Path below which it answers; at the rest of the host nobody does.
   *
   * @default - the whole host
   */
  readonly path?: string;

  /**
   * Who may reach its host: `public` is everybody, `home` only who is at home or in the tunnel.
   *
   * @default public
   */
  readonly exposure?: 'public' | 'home';

  /**
   * What identifies people: `basic` a user and a password, `sso` the site's sign-on, `none` nobody.
   *
   * For a public host it must be written, even when it is `none`. Outside the first environment the sign-on stands in
   * front of what is public, unless `in` says otherwise.
   *
   * @default - none for `home`
   */
  readonly guard?: 'none' | 'basic' | 'sso';

  /**
   * With `basic`: name of the Secret that holds the password file; `npm run password` makes one.
   *
   * @default - none
   */
  readonly passwords?: string;

  /**
   * With `sso`: who of those that signed on may pass.
   *
   * @default - everybody who may sign on
   */
  readonly allow?: AllowInput;

  /**
   * The largest request body that passes, such as `64Mi`; a larger one gets 413.
   *
   * @default - what the edge has for everybody
   */
  readonly largestUpload?: string;

  /**
   * How long the edge waits for it: `{ connect: '2s', idle: '1h', answer: '60s' }`.
   *
   * @default - these
   */
  readonly timeouts?: TimeoutsInput;

  /**
   * How it tells that it can serve, and that it lives. What has a port must say so.
   *
   * @default - none
   */
  readonly health?: HealthInput;

  /**
   * Where its metrics are: a path on its port.
   *
   * @default - nowhere
   */
  readonly metrics?: string;

  /**
   * How long it gets to finish what it does, after it gets no new requests.
   *
   * @default 30s
   */
  readonly drain?: string;

  /**
   * Variables of all of its processes. Secrets never stand here.
   *
   * @default - PORT and ENVIRONMENT, and the addresses of what it uses
   */
  readonly env?: Readonly<Record<string, string>>;

  /**
   * Names of its secrets: keys of the Secret with the name of the service, and variables of all of its processes.
   *
   * @default - none
   */
  readonly secrets?: readonly string[];

  /**
   * Directories that its processes may write to, each with the most it may hold. They are empty at each start.
   *
   * @default - 64Mi at /tmp
   */
  readonly scratch?: Readonly<Record<string, string>>;

  /**
   * What it calls: `api` of the same team, `search/api` of another. Its address is in `SEARCH_API_URL`.
   *
   * `home/nas` is the machine of that name in `home.targets`, or the service in `home.services`.
   *
   * @default - nothing
   */
  readonly uses?: readonly string[];
}

/** The fields of what may differ. */
export const differingFields = {
  command: commandSchema.optional(),
  size: sizeSchema.optional(),
  replicas: wholeNumber('pods', 1, 50).optional(),
  host: text('a host', 'www').optional(),
  path: routePath.optional(),
  exposure: oneOf('public', 'home').optional(),
  guard: oneOf('none', 'basic', 'sso').optional(),
  passwords: secretName('storefront-passwords').optional(),
  allow: peopleSchema.optional(),
  ...limitFields,
  largestUpload: upload.optional(),
  timeouts: timeoutsSchema.optional(),
  health: healthSchema.optional(),
  metrics: httpPath('/metrics').optional(),
  drain: drainSchema.optional(),
  env: envSchema.optional(),
  secrets: secretKeysSchema.optional(),
  scratch: scratchSchema.optional(),
  uses: usesSchema.optional(),
};
