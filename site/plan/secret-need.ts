import type { Path } from '../problem.ts';
import type { Owner } from './owners.ts';

/** A Secret that the site refers to and that is never in git. */
export interface SecretPlan extends SecretNeed {
  readonly owner: Owner;

  /** Its name in a vault. */
  readonly inVault: string;
}

/** What is needed of a Secret. */
export interface SecretNeed {
  readonly name: string;
  readonly namespace: string;

  /** The keys that it must have, and what belongs in each. */
  readonly keys: Readonly<Record<string, string>>;

  /**
   * Those of the keys that hold a whole file, at whose end a line break belongs.
   *
   * @default - none: a line break would be a part of the password
   */
  readonly files?: readonly string[];

  /**
   * Whether its keys hold users and their passwords, as `npm run password` makes them.
   *
   * @default false
   */
  readonly passwords?: boolean;

  /** What does not work without it. */
  readonly for: string;

  /**
   * The Deployment that reads it only when it starts, and so has to be restarted after a change.
   *
   * @default - none: a change is seen within two minutes
   */
  readonly restart?: string;

  /**
   * Its type, where Kubernetes wants one.
   *
   * @default Opaque
   */
  readonly type?: string;

  /**
   * Labels by which it is found.
   *
   * @default - none: it is found by its name
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Further keys, whose values are no secret.
   *
   * @default - none
   */
  readonly stated?: Readonly<Record<string, string>>;

  /**
   * Whether it stays in the cluster when a commit removes what makes it.
   *
   * @default false
   */
  readonly kept?: boolean;
}

/** One use of a Secret; several may share one Secret. */
export interface SecretUse extends SecretNeed {
  /**
   * The field of `platform.ts` that names the Secret.
   *
   * @default - none: the platform itself names it
   */
  readonly field?: Path;
}
