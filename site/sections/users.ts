import { dnsLabel } from '../fields/names.ts';
import { listOf, named, object } from '../fields/object.ts';
import { oneOf } from '../fields/text.ts';

/** Somebody who uses kubectl through the tunnel. */
export interface UserInput {
  /**
   * `view` reads everything but Secrets, `edit` changes what runs, `admin` also decides who may do what.
   *
   * @default view
   */
  readonly role?: 'view' | 'edit' | 'admin';

  /**
   * Namespaces in which the role counts.
   *
   * @default - all of them
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

export const accessSchema = named(
  'user',
  { ada: { role: 'view' } },
  dnsLabel(40, 'ada'),
  object("{ role: 'view' }", {
    role: oneOf('view', 'edit', 'admin').default('view'),
    namespaces: listOf('namespaces', 'shop-prod', dnsLabel(63, 'shop-prod')).optional(),
    token: oneOf('short', 'long-lived').default('short'),
  }),
);
