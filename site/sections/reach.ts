import type { z } from 'zod';
import { secretName } from '../fields/secret-name.ts';
import { oneOf } from '../fields/text.ts';
import { type LimitsInput, limitFields } from './limits.ts';
import { peopleSchema } from './members.ts';

/** Who reaches a service from outside the cluster, and what stands in front of it. */
export interface ReachInput extends LimitsInput {
  /** Who may reach it: `public` is everybody, `home` only who is at home or in the tunnel. */
  readonly exposure: 'public' | 'home';

  /**
   * What identifies people: `basic` a user and a password, `sso` the site's sign-on, `none` nobody.
   *
   * For `public` it must be written, even when it is `none`.
   *
   * @default - none for `home`
   */
  readonly guard?: 'none' | 'basic' | 'sso';

  /**
   * With `basic`: name of the Secret that holds the password file; `npm run password` makes one.
   *
   * It lies in the namespace of the service.
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
}

/** Who may pass; where both are stated, both must be met. */
export interface AllowInput {
  /**
   * Teams of which one suffices: names in the address of a GitHub team, or groups of an OIDC provider.
   *
   * @default - any
   */
  readonly teams?: readonly string[];

  /**
   * Mail addresses of which one suffices, spelt as the provider spells them.
   *
   * @default - any
   */
  readonly mails?: readonly string[];
}

/** The fields with which anything that is reached from outside says by whom. */
export const reachFields = {
  exposure: oneOf('public', 'home'),
  guard: oneOf('none', 'basic', 'sso').optional(),
  passwords: secretName('photos-passwords').optional(),
  allow: peopleSchema.optional(),
  ...limitFields,
};

/** Who reaches a service from outside, and what stands in front of it. */
export type Reach = Readonly<z.output<z.ZodObject<typeof reachFields>>>;
