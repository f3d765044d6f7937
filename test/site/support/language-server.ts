import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** A place in a text, both counted from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A name that is declared in a file, as the outline of an editor shows it. */
export interface DocumentSymbol {
  readonly name: string;
  readonly selectionRange: { readonly start: Position };
  readonly children?: readonly DocumentSymbol[];
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** The language server of TypeScript, as every editor talks to it. */
export class LanguageServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
  ) {}

  static async start(): Promise<LanguageServer> {
    const process = spawn(globalThis.process.execPath, [TSC, '--lsp', '--stdio'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    // It requests its configuration and to be told of changed files; every answer but none will do.
    connection.onRequest(() => null);
    connection.listen();
    const rootUri = pathToFileURL(ROOT).href;
    const capabilities = {
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    };
    await connection.sendRequest('initialize', { processId: globalThis.process.pid, rootUri, capabilities });
    await connection.sendNotification('initialized', {});
    return new LanguageServer(process, connection);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }

  /** Opens a file of the project, with another text than it has on the disk if one is given. */
  async open(path: string, text = readFileSync(join(ROOT, path), 'utf8')): Promise<OpenFile> {
    const uri = pathToFileURL(join(ROOT, path)).href;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
    return new OpenFile(this.connection, uri, text);
  }
}

/** A file as an editor shows it. */
export class OpenFile {
  constructor(
    private readonly connection: MessageConnection,
    private readonly uri: string,
    readonly text: string,
  ) {}

  /** What appears when the pointer rests on a place. */
  async hover(position: Position): Promise<string> {
    const answer = await this.ask<{ contents: { value: string } } | null>('hover', { position });
    return answer?.contents.value ?? '';
  }

  /** What is proposed to be written at a place. */
  async completion(position: Position): Promise<string[]> {
    const answer = await this.ask<{ items: { label: string }[] } | null>('completion', { position });
    return (answer?.items ?? []).map(({ label }) => label);
  }

  symbols(): Promise<DocumentSymbol[]> {
    return this.ask('documentSymbol', {});
  }

  /** The mistakes that are underlined. */
  async diagnostics(): Promise<string[]> {
    const { items } = await this.ask<{ items: { message: string }[] }>('diagnostic', {});
    return items.map(({ message }) => message);
  }

  /** The place of an offset in the text. */
  positionAt(offset: number): Position {
    const before = this.text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }

  private ask<T>(what: string, parameters: object): Promise<T> {
    return this.connection.sendRequest(`textDocument/${what}`, { textDocument: { uri: this.uri }, ...parameters });
  }
}
