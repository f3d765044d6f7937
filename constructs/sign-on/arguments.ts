import { providerOf } from './providers/index.ts';
import type { Accounts, SignOnProps } from './sign-on-props.ts';

/** Where the process finds the mail addresses that may sign on, one a line. */
export const MEMBERS = { directory: '/etc/sign-on', file: 'mails' } as const;

/** The prefix makes browsers take the cookie over HTTPS only. */
const COOKIE = '__Secure-sign-on';

/** Port of its metrics; the edge knows nothing of it. */
export const METRICS_PORT = 44_180;

/** Arguments of oauth2-proxy; what is secret comes to it by the environment. */
export function signOnArguments({ domain, host, signOn, port }: Omit<SignOnProps, 'edge'>): string[] {
  return [...listening(host, port), ...session(domain), ...accounts(signOn), ...members(signOn)];
}

/**
 * How it is reached.
 *
 * It never believes X-Forwarded headers: the address to which the provider sends people back is fixed, so that nothing
 * is left for a forged one to change. Who comes to it directly sees a page that says he is signed on.
 */
function listening(host: string, port: number): string[] {
  return [
    `--http-address=0.0.0.0:${port}`,
    `--metrics-address=0.0.0.0:${METRICS_PORT}`,
    `--redirect-url=https://${host}/oauth2/callback`,
    '--upstream=static://200',
    '--skip-provider-button=true',
    '--set-xauthrequest=true',
    '--silence-ping-logging=true',
  ];
}

/**
 * How long a sign-on lasts and where it counts.
 *
 * A day: who leaves an organisation is out the day after. The cookie holds no tokens of the provider, so that a service
 * that sees it cannot act in anybody's name there. Eight sign-ons may be under way at once, for pages that ask from
 * several tabs.
 */
function session(domain: string): string[] {
  return [
    `--cookie-name=${COOKIE}`,
    `--cookie-domain=.${domain}`,
    `--whitelist-domain=.${domain}`,
    '--cookie-expire=24h',
    '--cookie-samesite=lax',
    '--cookie-csrf-per-request=true',
    '--cookie-csrf-per-request-limit=8',
    '--session-cookie-minimal=true',
  ];
}

function accounts(signOn: Accounts): string[] {
  return [`--provider=${signOn.provider}`, '--approval-prompt=auto', ...providerOf(signOn).arguments(signOn)];
}

/**
 * Who may sign on.
 *
 * oauth2-proxy lets in whose address is in the file or in one of the domains; where neither is stated, the organisation
 * or the groups decide alone, of which there must be one.
 */
function members(signOn: Accounts): string[] {
  const provider = providerOf(signOn);
  const domains = provider.domains(signOn);
  const anyMail = !signOn.mails && domains.length === 0;
  return [
    ...(signOn.mails ? [`--authenticated-emails-file=${MEMBERS.directory}/${MEMBERS.file}`] : []),
    ...(anyMail ? ['*'] : domains).map((domain) => `--email-domain=${domain}`),
    ...provider.groups(signOn).map((group) => `--allowed-group=${group}`),
  ];
}
