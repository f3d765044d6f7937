import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CookieJar } from 'tough-cookie';
import { MEMBERS, signOnArguments } from '../../../constructs/sign-on/arguments.ts';
import { Background, eventually, freePort } from '../../support/background.ts';
import type { OfPeople } from '../../support/sign-on/people.ts';
import { aSite } from '../../support/site.ts';
import { client } from './provider.ts';

/** What the browser takes the sign-on for. */
const HOST = 'sign-on.example.org';
const OUTSIDE = `https://${HOST}/`;

/** The sign-ons of sites, each with its own flags; only where it listens, and who its provider is, changes. */
export class SignOns {
  readonly #background = new Background();
  readonly #folder = mkdtempSync(join(tmpdir(), 'armstead-sign-on-'));

  /** Starts the sign-on of a site before a provider of this machine, and tells where it answers. */
  async start(name: string, { signOn, monitoring }: OfPeople, issuer: string): Promise<string> {
    const site = aSite({ home: undefined, signOn, monitoring });
    if (site.signOn?.provider !== 'oidc') throw new Error('only OpenID Connect is played');
    const [http, metrics] = await Promise.all([freePort(), freePort()]);
    const signedOn = { ...site.signOn, issuer };
    const stated = signOnArguments({ domain: 'example.org', host: HOST, port: http, signOn: signedOn });
    const mails = join(this.#folder, name);
    writeFileSync(mails, `${(site.signOn.mails ?? []).join('\n')}\n`);
    this.#background.start('oauth2-proxy', [
      ...stated
        .filter((flag) => !/^--(http|metrics)-address=/.test(flag))
        .map((flag) => flag.replace(`${MEMBERS.directory}/${MEMBERS.file}`, mails)),
      `--http-address=127.0.0.1:${http}`,
      `--metrics-address=127.0.0.1:${metrics}`,
      `--client-id=${client.id}`,
      `--client-secret=${client.secret}`,
      '--cookie-secret=0123456789abcdef0123456789abcdef',
    ]);
    const address = `http://127.0.0.1:${http}`;
    await eventually(`the sign-on of ${name} answers`, async () => (await fetch(`${address}/ping`)).ok || undefined);
    return address;
  }

  /** Ends all of them. */
  async stop(): Promise<void> {
    await this.#background.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Whether a browser without cookies comes in: from the page through the provider and back. */
export async function comesIn(address: string): Promise<boolean> {
  const jar = new CookieJar();
  let url = `${address}/`;
  for (let hop = 0; hop < 8; hop += 1) {
    const cookie = url.startsWith(address) ? await jar.getCookieString(OUTSIDE) : '';
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) await jar.setCookie(line, OUTSIDE);
    const location = response.headers.get('location');
    if (location === null) return response.status === 200;
    url = new URL(location, url).href.replace(`https://${HOST}`, address);
  }
  throw new Error(`${url} leads in a circle`);
}
