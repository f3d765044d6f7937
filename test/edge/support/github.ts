import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Account, accounts } from './accounts.ts';
import { accountOf, bodyOf, client, json, redirect } from './provider.ts';

/** What stands for github.com and api.github.com: accounts, organisations and teams, and the flow of OAuth. */
export function gitHub(): RequestListener {
  const codes = new Map<string, string>();
  const tokens = new Map<string, string>();

  function authorize(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const code = randomUUID();
    codes.set(code, accountOf(request));
    redirect(response, url.searchParams.get('redirect_uri') ?? '', {
      code,
      state: url.searchParams.get('state') ?? '',
    });
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const account = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    if (!account || form.get('client_secret') !== client.secret)
      return json(response, { error: 'bad_verification_code' });
    const token = randomUUID();
    tokens.set(token, account);
    return json(response, { access_token: token, token_type: 'bearer', scope: 'user:email,read:org' });
  }

  function tell(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const name = tokens.get(request.headers.authorization?.split(' ')[1] ?? '') ?? '';
    const account = accounts[name];
    const later = url.searchParams.has('page') && url.searchParams.get('page') !== '1';
    if (!account) json(response, { message: 'Bad credentials' }, 401);
    else json(response, later ? [] : facts(name, account)[url.pathname]);
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '', `https://${request.headers.host}`);
    if (url.pathname === '/login/oauth/authorize') authorize(request, response, url);
    else if (url.pathname === '/login/oauth/access_token') await exchange(request, response);
    else tell(request, response, url);
  };
}

function facts(login: string, { mail, organisations, teams }: Account): Record<string, unknown> {
  return {
    '/user': { login, email: mail },
    '/user/emails': [{ email: mail, primary: true, verified: true }],
    '/user/orgs': organisations.map((name) => ({ login: name })),
    '/user/teams': teams.map((team) => {
      const [organisation, slug] = team.split(':');
      return { name: slug, slug, organization: { login: organisation } };
    }),
  };
}
