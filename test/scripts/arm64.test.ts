import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { imageOf } from '../../scripts/arm64/image.ts';
import { platformsOf } from '../../scripts/arm64/registry.ts';
import { arm64Report } from '../../scripts/arm64/report.ts';

const busybox = imageOf('docker.io/library/busybox:1.37.0');
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('a pin', () => {
  test('is taken apart into registry, name and tag', () => {
    expect(busybox).toEqual({ registry: 'docker.io', repository: 'library/busybox', reference: '1.37.0' });
  });

  test('is requested by its digest where it has one', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(imageOf(`quay.io/x/y:v1@${digest}`)).toMatchObject({ repository: 'x/y', reference: digest });
  });

  test.each(['busybox:1.37.0', 'docker.io/library/busybox', 'library/busybox:1'])(
    'is refused without registry or tag: %s',
    (pin) => {
      expect(() => imageOf(pin)).toThrow(`${pin} is not an image with its registry and an exact tag`);
    },
  );
});

describe('a registry', () => {
  test('answers with the platforms of an index', async () => {
    const origin = await serve((request, response) => {
      if (request.url !== '/v2/library/busybox/manifests/1.37.0') return response.writeHead(404).end();
      expect(request.headers.accept).toContain('application/vnd.oci.image.index.v1+json');
      return response.end(JSON.stringify(index('amd64', 'arm64')));
    });
    expect(await platformsOf(busybox, origin)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  test('gets the token that it requests', async () => {
    const origin = await serve((request, response) => {
      const { host, authorization } = request.headers;
      if (request.url?.startsWith('/token')) {
        const scope = new URL(request.url, `http://${host}`).searchParams.get('scope');
        return response.end(JSON.stringify({ token: `for ${scope}` }));
      }
      if (authorization === 'Bearer for repository:library/busybox:pull')
        return response.end(JSON.stringify(index('arm64')));
      const challenge = `Bearer realm="http://${host}/token",service="registry",scope="repository:library/busybox:pull"`;
      return response.writeHead(401, { 'www-authenticate': challenge }).end();
    });
    expect(await platformsOf(busybox, origin)).toEqual(['linux/arm64']);
  });

  test('is asked for the configuration of an image that has one platform only', async () => {
    const origin = await serve((request, response) =>
      response.end(
        JSON.stringify(
          request.url === '/v2/library/busybox/blobs/sha256:1'
            ? { os: 'linux', architecture: 'amd64' }
            : { config: { digest: 'sha256:1' } },
        ),
      ),
    );
    expect(await platformsOf(busybox, origin)).toEqual(['linux/amd64']);
  });

  test('that does not know the tag is quoted', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end());
    await expect(platformsOf(busybox, origin)).rejects.toThrow(
      `${origin}/v2/library/busybox/manifests/1.37.0 answered 404`,
    );
  });
});

describe('the report', () => {
  const day = new Date('2026-11-22T12:00:00Z');

  test('notes the day and what each registry said', async () => {
    const platforms: Record<string, string[]> = { a: ['linux/amd64', 'linux/arm64'], b: ['linux/amd64'], c: [] };
    const { text, good } = await arm64Report(
      ['quay.io/a:1', 'quay.io/b:1', 'quay.io/c:1', 'busybox'],
      day,
      async ({ repository }) => platforms[repository] ?? [],
    );
    expect(good).toBe(false);
    expect(text).toMatchInlineSnapshot(`
      "Asked on 2026-11-22

      | image | linux/arm64 |
      | --- | --- |
      | quay.io/a:1 | yes |
      | quay.io/b:1 | no, only linux/amd64 |
      | quay.io/c:1 | no, only platforms that it does not name |
      | busybox | not known: busybox is not an image with its registry and an exact tag |
      "
    `);
  });

  test('is good when every image exists for ARM', async () => {
    expect(await arm64Report(['quay.io/a:1'], day, async () => ['linux/arm64'])).toMatchObject({ good: true });
  });

  test('says why a registry cannot be reached', async () => {
    const origin = await serve((_, response) => response.end());
    servers.pop()?.close();
    const { text, good } = await arm64Report(['quay.io/a:1'], day, (image) => platformsOf(image, origin));
    expect(good).toBe(false);
    expect(text).toMatch(/quay\.io\/a:1 \| not known: fetch failed, connect ECONNREFUSED/);
  });
});

function index(...architectures: readonly string[]) {
  return { manifests: architectures.map((architecture) => ({ platform: { os: 'linux', architecture } })) };
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
