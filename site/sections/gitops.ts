import { object } from '../fields/object.ts';
import { secretName } from '../fields/secret-name.ts';
import { oneOf, text } from '../fields/text.ts';
import { type ReachInput, reachFields } from './reach.ts';

/** Argo CD, which makes the cluster equal to git: who reaches its pages, and how it hears of commits. */
export interface GitOpsInput {
  /**
   * Host of Argo CD's pages under the domain: `argocd`, or the whole `argocd.example.org`.
   *
   * @default argocd
   */
  readonly host?: string;

  /**
   * Who may reach them: `home` only who is at home or in the tunnel, `public` everybody.
   *
   * @default - home; nobody where the site has no home
   */
  readonly exposure?: ReachInput['exposure'];

  /**
   * What identifies people, before Argo CD asks for its own password: `sso` the site's sign-on, `none` nobody.
   *
   * For `public` it must be written, even when it is `none`.
   *
   * @default - none for `home`
   */
  readonly guard?: 'none' | 'sso';

  /**
   * With `sso`: who of those that signed on may pass.
   *
   * @default - everybody who may sign on
   */
  readonly allow?: ReachInput['allow'];

  /**
   * A public address at which the git host tells of every push, so that Argo CD need not poll every two minutes.
   *
   * @default - none
   */
  readonly webhook?: WebhookInput;
}

/** How the git host calls Argo CD. */
export interface WebhookInput {
  /** Name of the Secret with the key `secret`, which the git host knows too: with it Argo CD tells its calls from others. */
  readonly secret: string;

  /**
   * Host of the address; nothing but the webhook answers there.
   *
   * @default argocd-webhook
   */
  readonly host?: string;
}

export const gitOpsSchema = object("{ host: 'argocd' }", {
  host: text('a host', 'argocd').default('argocd'),
  exposure: reachFields.exposure.optional(),
  guard: oneOf('none', 'sso').optional(),
  allow: reachFields.allow,
  webhook: object("{ secret: 'argocd-webhook' }", {
    secret: secretName('argocd-webhook'),
    host: text('a host', 'argocd-webhook').default('argocd-webhook'),
  }).optional(),
});
