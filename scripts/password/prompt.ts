import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks without showing what is typed. The questions go to standard error: standard output is for the Secret. */
export class HiddenPrompt {
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;

  constructor(private readonly input: NodeJS.ReadStream) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    this.lines = createInterface({ input, output: nowhere, terminal: input.isTTY === true });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** Whether somebody types the answers. */
  get isTyped(): boolean {
    return this.input.isTTY === true;
  }

  async ask(question: string): Promise<string> {
    process.stderr.write(question);
    const { value, done } = await this.answers.next();
    if (this.isTyped) process.stderr.write('\n');
    if (done) throw new Error('no password was given');
    return value;
  }

  close(): void {
    this.lines.close();
  }
}
