import { htpasswdLine } from '../../../scripts/password/secret.ts';
import type { SecretPlan } from '../../../site/plan/secret-need.ts';
import { kubectl } from '../../cluster/support/kubectl.ts';
import { receiverAt } from './receiver.ts';

/** Who may read the notes at home. */
export const NOTES = { user: 'ana', password: 'correct horse battery' } as const;

/**
 * What belongs in the Secrets that a site expects, as somebody would make them: addresses lead to the receiver of the
 * tests, and what only the internet could check is made up.
 */
function values(node: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'alerts-heartbeat': { url: receiverAt(node, 'heartbeat') },
    'alerts-mail': { password: 'of-nobody' },
    'alerts-telegram': { token: '1:of-nobody', chat: '1' },
    'alerts-webhook': { url: receiverAt(node, 'notification') },
    'grafana-admin': { user: 'admin', password: 'of-nobody-else', 'secret-key': 'k'.repeat(32) },
    'grafana-sign-on': { 'client-id': 'grafana', 'client-secret': 'of-nobody' },
    'notes-passwords': { auth: `${htpasswdLine(NOTES.user, NOTES.password)}\n` },
    'sign-on': { 'client-id': 'sign-on', 'client-secret': 'of-nobody', 'cookie-secret': 'c'.repeat(32) },
  };
}

/** Makes those of the expected Secrets whose namespace is there; answers the others. */
export function makeExpected(expected: readonly SecretPlan[], node: string): readonly SecretPlan[] {
  return expected.filter((plan) => !isMade(plan, node));
}

function isMade({ namespace, name, keys }: SecretPlan, node: string): boolean {
  const stringData = values(node)[name] ?? {};
  const wanted = Object.keys(keys).filter((key) => stringData[key] === undefined);
  if (wanted.length > 0) throw new Error(`the tests have no ${wanted.join()} for the Secret ${namespace}/${name}`);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { namespace, name }, stringData };
  return kubectl(['apply', '--server-side', '--filename=-'], JSON.stringify(secret)).succeeded;
}
