import { createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Told } from '../../support/sign-on/people.ts';

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the provider gave out for the site. */
export const client = { id: 'site', secret: 'secret-of-the-site' } as const;

/**
 * A provider of OpenID Connect that tells of one person at a time.
 *
 * @param issuer its address, which it learns when it listens
 * @param person who signs on now
 */
export function provider(issuer: () => string, person: () => Told): RequestListener {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', issuer());
    if (pathname === '/authorize') {
      // The code is the nonce, so that nothing has to be remembered between two requests.
      const back = { code: searchParams.get('nonce') ?? '', state: searchParams.get('state') ?? '' };
      const location = `${searchParams.get('redirect_uri')}?${new URLSearchParams(back)}`;
      response.writeHead(302, { location }).end();
      return;
    }
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => discovery(issuer()),
      '/keys': () => ({ keys: [publicKey()] }),
      '/userinfo': () => person().userinfo ?? person().id,
      '/token': () => tokens(issuer(), person(), new URLSearchParams(body).get('code') ?? ''),
    };
    const body = await bodyOf(request);
    const answer = answers[pathname]?.();
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  };
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function publicKey() {
  return { ...createPublicKey(KEY.privateKey).export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
}

function tokens(issuer: string, { id, access }: Told, nonce: string) {
  const now = Math.floor(Date.now() / 1000);
  const common = { iss: issuer, iat: now, exp: now + 300 };
  return {
    token_type: 'Bearer',
    expires_in: 300,
    id_token: signed({ ...common, aud: client.id, nonce, ...id }),
    access_token: access ? signed({ ...common, ...access }) : randomUUID(),
  };
}

function signed(claims: object): string {
  const parts = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${parts}.${sign('RSA-SHA256', Buffer.from(parts), KEY.privateKey).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
