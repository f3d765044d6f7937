import { createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { accounts } from './accounts.ts';
import { accountOf, bodyOf, client, json, redirect } from './provider.ts';

/** What a provider remembers of a sign-in until its code is exchanged. */
interface Pending {
  readonly account: string;
  readonly nonce: string;
  readonly challenge: string;
}

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What stands for any provider of OpenID Connect: its discovery, its keys and the flow with a code. */
export function openId(issuer: string): RequestListener {
  const codes = new Map<string, Pending>();

  function authorize(request: IncomingMessage, response: ServerResponse, { searchParams }: URL): void {
    const code = randomUUID();
    const asked = (name: string) => searchParams.get(name) ?? '';
    codes.set(code, { account: accountOf(request), nonce: asked('nonce'), challenge: asked('code_challenge') });
    redirect(response, asked('redirect_uri'), { code, state: asked('state') });
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const pending = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proven = pending?.challenge === (await challengeOf(form.get('code_verifier') ?? ''));
    if (!pending || !proven || !knowsSecret(request, form)) json(response, { error: 'invalid_grant' }, 400);
    else
      json(response, {
        access_token: randomUUID(),
        token_type: 'Bearer',
        expires_in: 3600,
        id_token: token(issuer, pending),
      });
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '', issuer);
    if (url.pathname === '/.well-known/openid-configuration') json(response, discovery(issuer));
    else if (url.pathname === '/keys')
      json(response, { keys: [{ ...publicKey(), kid: 'one', use: 'sig', alg: 'RS256' }] });
    else if (url.pathname === '/authorize') authorize(request, response, url);
    else if (url.pathname === '/token') await exchange(request, response);
    else json(response, {}, 404);
  };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** The Basic header, or the form: the specification allows both. */
function knowsSecret({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
  return headers.authorization === basic || form.get('client_secret') === client.secret;
}

async function challengeOf(verifier: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url');
}

function publicKey() {
  return createPublicKey(KEY.privateKey).export({ format: 'jwk' });
}

function token(issuer: string, { account, nonce }: Pending): string {
  const now = Math.floor(Date.now() / 1000);
  const { mail, teams } = accounts[account] ?? { mail: 'nobody@example.net', teams: [] };
  const claims = {
    iss: issuer,
    aud: client.id,
    sub: account,
    iat: now,
    exp: now + 3600,
    nonce,
    email: mail,
    email_verified: true,
    groups: teams.map((team) => team.split(':')[1]),
  };
  const parts = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims].map(encoded).join('.');
  return `${parts}.${sign('RSA-SHA256', Buffer.from(parts), KEY.privateKey).toString('base64url')}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
