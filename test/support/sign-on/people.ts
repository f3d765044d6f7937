import type { SiteInput } from '../../../site/index.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What a provider of OpenID Connect tells of somebody. */
export interface Told {
  /** In the ID token. */
  readonly id: Claims;

  /**
   * When it is asked about the user.
   *
   * @default - the same
   */
  readonly userinfo?: Claims;

  /**
   * In an access token that can be read.
   *
   * @default - none: the access token is a text without a meaning
   */
  readonly access?: Claims;
}

/** What a site says of its people. */
export type OfPeople = Pick<SiteInput, 'signOn' | 'monitoring'>;

const OIDC = {
  provider: 'oidc',
  issuer: 'https://id.example.org',
  endpoints: {
    authorization: 'https://id.example.org/auth',
    token: 'https://id.example.org/token',
    userinfo: 'https://id.example.org/userinfo',
  },
} as const;

/** Sites that let in different people. */
export const sites = {
  mail: { signOn: { ...OIDC, mailDomains: ['*'] }, monitoring: { admins: { mails: ['Ana@example.org'] } } },
  domain: { signOn: { ...OIDC, mailDomains: ['example.org'] }, monitoring: {} },
  address: { signOn: { ...OIDC, mails: ['ana@example.org'] }, monitoring: {} },
  team: { signOn: { ...OIDC, mailDomains: ['*'], teams: ['family'] }, monitoring: { admins: { teams: ['ops'] } } },
  admins: { signOn: { ...OIDC, mailDomains: ['*'] }, monitoring: { admins: { teams: ['ops'] } } },
  path: {
    signOn: { ...OIDC, mailDomains: ['*'], groupsClaim: 'realm.roles', teams: ['family'] },
    monitoring: { editors: { teams: ['ops'] } },
  },
} as const satisfies Readonly<Record<string, OfPeople>>;

export type SiteName = keyof typeof sites;

const ana = { sub: '1', email: 'ana@example.org', email_verified: true };
const family = { groups: ['family'], realm: { roles: ['family'] } };
const both = { groups: ['family', 'ops'], realm: { roles: ['family', 'ops'] } };

/** People, each as a provider may tell of them. */
export const people = {
  'all in the ID token': { id: { ...ana, ...both } },
  'address only in the second answer': { id: { sub: '1', ...family }, userinfo: { ...ana, ...family } },
  'address with capital letters': { id: { ...ana, ...family, email: 'Ana@Example.ORG' } },
  'another address': { id: { ...ana, email: 'eve@example.net', groups: ['guests'], realm: { roles: ['guests'] } } },
  'an address that begins like one': { id: { ...ana, ...family, email: 'ana@example.org.example.net' } },
  'no address at all': { id: { sub: '1', ...family } },
  'no word on whether the address is doubted': { id: { sub: '1', email: 'ana@example.org', ...family } },
  'doubted in both answers': { id: { ...ana, ...family, email_verified: false } },
  'doubted only in the second answer': {
    id: { sub: '1', ...family },
    userinfo: { ...ana, ...family, email_verified: false },
  },
  'doubted by the text false': { id: { ...ana, ...family, email_verified: 'false' } },
  'doubted by a word that means nothing': { id: { ...ana, ...family, email_verified: 'perhaps' } },
  'not doubted, by the text true': { id: { ...ana, ...family, email_verified: 'true' } },
  'doubted, with an access token that says nothing of it': {
    id: { ...ana, ...family, email_verified: false },
    access: { sub: '1', email: 'ana@example.org', scope: 'openid email', ...both },
  },
  'a group as a text': { id: { ...ana, groups: 'family', realm: { roles: 'family' } } },
  'a group as a text that contains one': { id: { ...ana, groups: 'family-of-eve', realm: { roles: 'family-of-eve' } } },
  'groups only in the second answer': { id: ana, userinfo: { ...ana, ...both } },
  'groups only in an access token': { id: ana, access: { sub: '1', client_id: 'site', ...both } },
  'no groups anywhere': { id: ana },
  'no groups in the ID token, some in the second answer': {
    id: { ...ana, groups: [], realm: { roles: [] } },
    userinfo: { ...ana, ...both },
  },
  'groups in the ID token, address in the second answer': { id: { sub: '1', ...both }, userinfo: ana },
} as const satisfies Readonly<Record<string, Told>>;

export type PersonName = keyof typeof people;
