import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/** What a client met that asked a Service without pause. */
export interface Met {
  readonly answers: number;

  /** Every question that was not answered as it should. */
  readonly failures: readonly string[];

  /** Longest time in milliseconds between two good answers that had a failure between them. */
  readonly longestPause: number;
}

/** Milliseconds between two questions, so that nine Services together do not fill the processors. */
const BETWEEN = 50;

/** Milliseconds after which a question counts as lost. */
const LONGEST_WAIT = 15_000;

/** Asks an address again and again, each time by a new connection, until it is told to stop. */
export class EndlessAsker {
  readonly #address: string;
  readonly #failures: string[] = [];
  readonly #loop: Promise<void>;
  #answers = 0;
  #longestPause = 0;
  #going = true;

  constructor(address: string) {
    this.#address = address;
    this.#loop = this.#ask();
  }

  async stop(): Promise<Met> {
    this.#going = false;
    await this.#loop;
    return { answers: this.#answers, failures: this.#failures, longestPause: this.#longestPause };
  }

  async #ask(): Promise<void> {
    let lastAnswer = Date.now();
    let failed = false;
    while (this.#going) {
      const failure = await once(this.#address);
      if (failure === undefined) {
        if (failed) this.#longestPause = Math.max(this.#longestPause, Date.now() - lastAnswer);
        lastAnswer = Date.now();
        this.#answers += 1;
      } else {
        this.#failures.push(failure);
      }
      failed = failure !== undefined;
      await pause(BETWEEN);
    }
  }
}

/** What went wrong with one question; undefined if nothing did. */
function once(address: string): Promise<string | undefined> {
  const ask = address.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const options = { agent: false, rejectUnauthorized: false, timeout: LONGEST_WAIT } as const;
    const question = ask(address, options, (answer) => {
      answer.resume();
      answer.once('error', (error) => resolve(error.message));
      answer.once('end', () => resolve(answer.statusCode === 200 ? undefined : `answer ${answer.statusCode}`));
    });
    question.once('timeout', () => question.destroy(new Error('no answer')));
    question.once('error', (error) => resolve(error.message));
    question.end();
  });
}
