import { execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';

/** A git host that shows a repository to nobody without the token. */
export class GitServer {
  readonly #server: Server;

  constructor(
    private readonly bare: string,
    private readonly token: string,
  ) {
    const program = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');
    this.#server = createServer((request, response) => {
      if (this.knows(request)) return answer(program, dirname(this.bare), request, response);
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Address of the repository. A real host would be asked by HTTPS, which the site insists on. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${basename(this.bare)}`;
  }

  private knows({ headers: { authorization = '' } }: IncomingMessage): boolean {
    return Buffer.from(authorization.replace('Basic ', ''), 'base64').toString() === `git:${this.token}`;
  }
}

/** Lets git's own program answer, which speaks the common gateway interface. */
function answer(program: string, root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { headers } = request;
  const child = spawn(program, [], {
    env: {
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdout.on('end', () => send(Buffer.concat(chunks), response));
}

/** Parts what the program printed into headers and body. */
function send(printed: Buffer, response: ServerResponse): void {
  const end = printed.indexOf('\r\n\r\n');
  for (const line of printed.toString('latin1', 0, end).split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(line) ?? [];
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.end(printed.subarray(end + 4));
}
