import { statedChannels } from '../channels/index.ts';
import { EXAMPLE_WIREGUARD_KEY } from '../fields/wireguard-key.ts';
import { onceAPlace } from '../once-a-place.ts';
import type { Path } from '../problem.ts';
import { providerOf } from '../providers/index.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';
import { contains } from './networks.ts';
import { reachables } from './reach.ts';

/** A value of a site that stands for an owner's own: it belongs to the example, or to documents. */
export interface ExampleValue {
  readonly path: Path;
  readonly found: string;

  /** Why it cannot be the owner's, worded so that it follows the value. */
  readonly rule: string;

  /** What to write in its place. */
  readonly fix: string;
}

/** Every value of a site that is the example's, those first by which a site is known. */
export function exampleValues(site: Site): ExampleValue[] {
  return [...identity(site), ...keys(site), ...people(site), ...channels(site), ...addresses(site)].flatMap(
    ({ path, value, kind }) => {
      if (value === undefined || !KINDS[kind].is(value)) return [];
      const { rule, fix } = KINDS[kind];
      return [{ path, found: value, rule, fix }];
    },
  );
}

/**
 * Whether a site is the example's in all by which an installation is known, so that nobody takes it for their own. A
 * repository on a disk is for trying things out, and makes it nobody's.
 */
export function isUntouched({ name, domain, contact, git, home, signOn }: Site): boolean {
  const organisation = signOn?.organisation;
  return (
    name === 'homestead' &&
    KINDS.domain.is(domain) &&
    KINDS.mail.is(contact) &&
    (KINDS.repository.is(git.url) || git.url.startsWith('file:')) &&
    (home === undefined || KINDS.key.is(home.tunnel.publicKey)) &&
    (organisation === undefined || KINDS.organisation.is(organisation))
  );
}

/** The fields by which an installation is known. */
const IDENTITY: readonly Path[] = [
  ['name'],
  ['domain'],
  ['contact'],
  ['git', 'url'],
  ['home', 'tunnel', 'publicKey'],
  ['signOn', 'organisation'],
];

/**
 * Whether an owner has begun to make the example theirs with something that cannot be taken: the example's own can.
 *
 * @param isRefused whether the value at a place is wrong by itself
 */
export function isBegun(isRefused: (path: Path) => boolean): boolean {
  return IDENTITY.some(isRefused);
}

/** What to tell the owner of the example that nobody has touched yet. */
export function exampleNotices(site: Site, pathText: (path: Path) => string): string[] {
  const paths = exampleValues(site).map(({ path }) => pathText(path));
  if (paths.length === 0) return [];
  return [
    `this is the example: ${paths.join(', ')} are not yours yet.\n` +
      'Look around as you like. Once you change one of them, or the name, the others are refused until they are yours\n' +
      'too; npm run bootstrap, npm run hand-over and pulumi up refuse the example as it is.',
  ];
}

interface Stated {
  readonly path: Path;
  readonly value: string | undefined;
  readonly kind: keyof typeof KINDS;
}

/** Names that RFC 2606 keeps for examples. */
const RESERVED = /(^|[.@/])example(\.(com|net|org))?$/i;

/** Networks that RFC 5737 keeps for documents. */
const DOCUMENTS = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'];

/** The public keys of WireGuard's quick start; the private half of the last one stands there too. */
const KNOWN_KEYS = [
  EXAMPLE_WIREGUARD_KEY,
  'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=',
  'gN65BkIKy1eCE9pP1wdc8ROUtkHLF2PfAqYdyYBz6EA=',
  'HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw=',
];

const isReserved = (name: string) => RESERVED.test(name);

const KINDS = {
  domain: { is: isReserved, rule: 'is kept for examples (RFC 2606): nobody owns it', fix: 'write your own domain' },
  mail: { is: isReserved, rule: 'is the address of an example: nobody reads it', fix: 'write an address of your own' },
  repository: {
    is: (url: string) =>
      /^(https:\/\/|ssh:\/\/|)([\w.-]+@)?(github\.com|gitlab\.com|codeberg\.org)[/:]you\//.test(url) ||
      isReserved(serverIn(url)),
    rule: 'is the repository of an example',
    fix: 'write the address of your own repository',
  },
  key: {
    is: (key: string) => KNOWN_KEYS.includes(key),
    rule: "is a key from WireGuard's documentation, not yours: whoever has its private half would be your home",
    fix: 'write the public key that `wg pubkey` prints for your own side',
  },
  organisation: {
    is: (name: string) => name === 'you',
    rule: 'is the organisation of the example: its members could sign on',
    fix: 'write the name of your own organisation',
  },
  server: {
    is: (address: string) => isReserved(serverIn(address)),
    rule: 'is the server of an example: nobody answers there',
    fix: 'write the address of your own',
  },
  address: {
    is: (network: string) => DOCUMENTS.some((one) => contains(one, network)),
    rule: 'is kept for documents (RFC 5737): nobody has it',
    fix: 'write the network that you mean',
  },
} as const;

/** The server in an address, with or without what is around it: of `https://id.example.org/realms` the middle. */
function serverIn(address: string): string {
  return address
    .replace(/^\w+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[:/].*$/, '');
}

function identity({ domain, contact, git }: Site): Stated[] {
  return [
    { path: ['domain'], value: domain, kind: 'domain' },
    { path: ['contact'], value: contact, kind: 'mail' },
    { path: ['git', 'url'], value: git.url, kind: 'repository' },
  ];
}

function keys({ home }: Site): Stated[] {
  if (!home) return [];
  const tunnel: Path = ['home', 'tunnel'];
  return [
    { path: [...tunnel, 'publicKey'], value: home.tunnel.publicKey, kind: 'key' },
    ...Object.entries(home.tunnel.devices).map(
      ([name, { publicKey }]): Stated => ({
        path: [...tunnel, 'devices', name, 'publicKey'],
        value: publicKey,
        kind: 'key',
      }),
    ),
  ];
}

/** Each item of a list that may be absent. */
function each(path: Path, values: readonly string[] | undefined, kind: Stated['kind']): Stated[] {
  return (values ?? []).map((value, index) => ({ path: [...path, index], value, kind }));
}

function people(site: Site): Stated[] {
  const { signOn, monitoring } = site;
  return [
    ...(signOn ? provider(signOn) : []),
    ...onceAPlace(reachables(site).flatMap(({ at, reach }) => each(at('allow', 'mails'), reach.allow?.mails, 'mail'))),
    ...(['editors', 'admins'] as const).flatMap((field) =>
      each(['monitoring', field, 'mails'], monitoring[field]?.mails, 'mail'),
    ),
  ];
}

function provider(signOn: SignOn): Stated[] {
  const stated = Object.entries(providerOf(signOn).examples).flatMap(([field, kind]) => {
    const value = (signOn as Readonly<Record<string, unknown>>)[field] as string | readonly string[] | undefined;
    const path: Path = ['signOn', field];
    return typeof value === 'object' ? each(path, value, kind) : [{ path, value, kind }];
  });
  return [...stated, ...each(['signOn', 'mails'], signOn.mails, 'mail')];
}

function channels({ monitoring }: Site): Stated[] {
  return statedChannels(monitoring.notify).flatMap(({ name, channel, written }) =>
    Object.entries(channel.examples).map(([field, kind]): Stated => {
      const value = (written as Readonly<Record<string, string | undefined>>)[field];
      return { path: ['monitoring', 'notify', name, field], value, kind };
    }),
  );
}

function addresses(site: Site): Stated[] {
  const from = site.infrastructure?.adminFrom;
  const tunnel = site.home?.tunnel.allowedFrom;
  return [
    { path: ['infrastructure', 'adminFrom'], value: from, kind: 'address' },
    ...each(['home', 'tunnel', 'allowedFrom'], tunnel, 'address'),
    ...onceAPlace(
      reachables(site).flatMap(({ at, reach }) => [
        ...each(at('allowFrom'), reach.allowFrom, 'address'),
        ...each(at('blockFrom'), reach.blockFrom, 'address'),
      ]),
    ),
  ];
}
