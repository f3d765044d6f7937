import type { PersonName, SiteName } from './people.ts';

/** What somebody may do in Grafana; a hyphen for those who are refused. */
export type Role = 'Admin' | 'Editor' | 'Viewer' | '-';

/** The sites in the order of the table. */
export const columns = ['mail', 'domain', 'address', 'team', 'admins', 'path'] as const satisfies readonly SiteName[];

type Row = readonly [mail: Role, domain: Role, address: Role, team: Role, admins: Role, path: Role];

/** What each may do in Grafana at each site. */
export const table: Readonly<Record<PersonName, Row>> = {
  'all in the ID token': ['Admin', 'Viewer', 'Viewer', 'Admin', 'Admin', 'Editor'],
  'address only in the second answer': ['Admin', 'Viewer', 'Viewer', 'Viewer', 'Viewer', 'Viewer'],
  'address with capital letters': ['Admin', 'Viewer', 'Viewer', 'Viewer', 'Viewer', 'Viewer'],
  'another address': ['Viewer', '-', '-', '-', 'Viewer', '-'],
  'an address that begins like one': ['Viewer', '-', '-', 'Viewer', 'Viewer', 'Viewer'],
  'no address at all': ['-', '-', '-', '-', '-', '-'],
  'no word on whether the address is doubted': ['Admin', 'Viewer', 'Viewer', 'Viewer', 'Viewer', 'Viewer'],
  'doubted in both answers': ['-', '-', '-', '-', '-', '-'],
  'doubted only in the second answer': ['-', '-', '-', '-', '-', '-'],
  'doubted by the text false': ['-', '-', '-', '-', '-', '-'],
  'doubted by a word that means nothing': ['-', '-', '-', '-', '-', '-'],
  'not doubted, by the text true': ['Admin', 'Viewer', 'Viewer', 'Viewer', 'Viewer', 'Viewer'],
  'doubted, with an access token that says nothing of it': ['-', '-', '-', '-', '-', '-'],
  'a group as a text': ['Admin', 'Viewer', 'Viewer', 'Viewer', 'Viewer', 'Viewer'],
  'a group as a text that contains one': ['Admin', 'Viewer', 'Viewer', '-', 'Viewer', '-'],
  'groups only in the second answer': ['Admin', 'Viewer', 'Viewer', 'Admin', 'Admin', 'Editor'],
  'groups only in an access token': ['Admin', 'Viewer', 'Viewer', '-', 'Viewer', '-'],
  'no groups anywhere': ['Admin', 'Viewer', 'Viewer', '-', 'Viewer', '-'],
  'no groups in the ID token, some in the second answer': ['Admin', 'Viewer', 'Viewer', 'Admin', 'Viewer', 'Editor'],
  'groups in the ID token, address in the second answer': ['Admin', 'Viewer', 'Viewer', '-', 'Viewer', '-'],
};

/** Where the verdict of the sign-on is not Grafana's, and why that is wanted. */
export const differences: Readonly<
  Partial<Record<PersonName, { readonly at: readonly SiteName[]; readonly signOn: 'in' | 'out'; readonly why: string }>>
> = {
  'no groups in the ID token, some in the second answer': {
    at: ['team', 'path'],
    signOn: 'out',
    why: 'the sign-on asks the second answer only for what the first leaves out; who is not let in by it sees no Grafana',
  },
  'groups in the ID token, address in the second answer': {
    at: ['team', 'path'],
    signOn: 'in',
    why: 'Grafana looks at each answer alone, and a group without an address would let in whose address is doubted',
  },
};

/** Whether the sign-on lets somebody in at a site. */
export function letIn(person: PersonName, site: SiteName): boolean {
  const difference = differences[person];
  if (difference?.at.includes(site)) return difference.signOn === 'in';
  return table[person][columns.indexOf(site)] !== '-';
}
