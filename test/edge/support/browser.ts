import { CookieJar } from 'tough-cookie';
import { type Answer, ask, type Question } from './client.ts';
import { ACCOUNT_COOKIE } from './provider.ts';

/** Most redirects of one visit, as browsers have it. */
const LONGEST = 20;

/** Where a visit ended. */
export interface Page extends Answer {
  readonly address: string;
}

/** A client that keeps cookies and follows redirects, as a browser does. */
export class Browser {
  readonly cookies = new CookieJar();

  /** A browser whose owner is signed in with an account at the provider. */
  static async of(account: string, provider: string): Promise<Browser> {
    const browser = new Browser();
    await browser.cookies.setCookie(`${ACCOUNT_COOKIE}=${account}; Path=/`, provider);
    return browser;
  }

  /** Opens a page and follows where it leads. */
  async open(address: string, question: Question = {}): Promise<Page> {
    let current = address;
    for (let step = 0; step < LONGEST; step += 1) {
      const answer = await this.ask(current, question);
      const next = answer.headers.location;
      if (answer.status < 300 || answer.status > 399 || next === undefined) return { ...answer, address: current };
      current = new URL(next, current).href;
    }
    throw new Error(`${address} redirects without end, at last to ${current}`);
  }

  /** Asks once, with the cookies of the place. */
  async ask(address: string, question: Question = {}): Promise<Answer> {
    const cookie = await this.cookies.getCookieString(address);
    const answer = await ask(address, { ...question, headers: { ...(cookie && { cookie }), ...question.headers } });
    for (const line of answer.headers['set-cookie'] ?? []) {
      await this.cookies.setCookie(line, address, { ignoreError: true });
    }
    return answer;
  }
}
