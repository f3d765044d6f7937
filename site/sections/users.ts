import { check, type FieldCheck } from '../fields/breach.ts';
import { checked } from '../fields/checked.ts';
import { dnsLabel } from '../fields/names.ts';
import { listOf, named, object } from '../fields/object.ts';
import { oneOf } from '../fields/text.ts';

/** Somebody who uses kubectl through the tunnel. */
export interface UserInput {
  /**
   * `view` reads everything but Secrets; `edit` changes what runs in its namespaces and reads their Secrets; `admin` also
   * gives roles in them. `team` has nothing but what teams give to those whom they name in `people.kubectl`; users of any
   * role may be named there.
   *
   * @default view
   */
  readonly role?: 'view' | 'edit' | 'admin' | 'team';

  /**
   * Namespaces in which the role counts.
   *
   * For `edit` and `admin` they must be written, and the site makes them: none of the platform is among them, since
   * whoever changes those can do everything. For `view` they are namespaces that the site has. Beside `team` there are
   * none, since each team says who may enter its own.
   *
   * @default - for view all of them
   */
  readonly namespaces?: readonly string[];

  /**
   * How long a token lasts: `short` ones are made by `npm run kubeconfig` and end by themselves; a `long-lived` one
   * lies in a Secret until somebody removes it.
   *
   * @default short
   */
  readonly token?: 'short' | 'long-lived';
}

/** Whether somebody changes what runs in the namespaces of a role, beyond what a team gives. */
export function changesThings({ role }: { readonly role: NonNullable<UserInput['role']> }): boolean {
  return role === 'edit' || role === 'admin';
}

/** A namespace is named once. */
const once: FieldCheck<readonly string[]> = {
  id: 'once',
  breach: (namespaces) => {
    const twice = namespaces.find((name, index) => namespaces.indexOf(name) !== index);
    return twice === undefined ? undefined : { found: twice, rule: 'stands there twice', fix: 'write it once' };
  },
};

/** Kubernetes has an account of this name in every namespace, and whoever may act as a pod there would act as this user. */
const ownAccount = check<string>('own-account', (name) => name !== 'default', {
  rule: 'is the account that Kubernetes gives every pod which requests none',
  fix: 'give the user another name, such as ada',
});

export const accessSchema = named(
  'user',
  { ada: { role: 'view' } },
  dnsLabel(40, 'ada', ownAccount),
  object("{ role: 'view' }", {
    role: oneOf('view', 'edit', 'admin', 'team').default('view'),
    namespaces: checked(listOf('namespaces', 'shop-prod', dnsLabel(63, 'shop-prod')), ['shop-prod'], [once]).optional(),
    token: oneOf('short', 'long-lived').default('short'),
  }),
);
