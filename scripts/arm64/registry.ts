import type { Image } from './image.ts';

/** The forms in which a registry may describe an image: an index of platforms, or the manifest of a single one. */
const FORMS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

interface Platform {
  readonly os: string;
  readonly architecture: string;
}

interface Manifest {
  readonly manifests?: readonly { readonly platform?: Platform }[];
  readonly config?: { readonly digest: string };
}

/**
 * The platforms of an image, as its registry states them: `linux/arm64`.
 *
 * @param origin where the registry answers, by default at its own host over HTTPS
 */
export async function platformsOf(image: Image, origin = originOf(image)): Promise<string[]> {
  const base = `${origin}/v2/${image.repository}`;
  const { manifests, config } = await get<Manifest>(`${base}/manifests/${image.reference}`);
  const platforms = manifests
    ? manifests.flatMap(({ platform }) => platform ?? [])
    : [await get<Platform>(`${base}/blobs/${config?.digest}`)];
  return platforms.map(({ os, architecture }) => `${os}/${architecture}`);
}

/** Docker Hub answers under another name than the one that stands in images. */
function originOf({ registry }: Image): string {
  return `https://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`;
}

/** Queries a registry; where it wants a token, it says who gives one to everybody. */
async function get<Shape>(url: string): Promise<Shape> {
  const headers = { accept: FORMS.join(', ') };
  const first = await fetch(url, { headers });
  const challenge = first.status === 401 ? first.headers.get('www-authenticate') : null;
  const answer = challenge
    ? await fetch(url, { headers: { ...headers, authorization: `Bearer ${await tokenFrom(challenge)}` } })
    : first;
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Shape;
}

/** Fetches the token that a challenge requests: `Bearer realm="...",service="...",scope="..."`. */
async function tokenFrom(challenge: string): Promise<string> {
  const { realm, ...query } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  );
  if (!realm) throw new Error(`the registry requires a sign-on that is not known here: ${challenge}`);
  const answer = await fetch(`${realm}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Error(`${realm} answered ${answer.status}`);
  const { token, access_token } = (await answer.json()) as { token?: string; access_token?: string };
  return token ?? access_token ?? '';
}
