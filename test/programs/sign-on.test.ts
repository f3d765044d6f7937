import { createServer } from 'node:http';
import { afterAll, describe, expect } from 'vitest';
import { testWith } from '../support/programs.ts';
import { type PersonName, people, sites, type Told } from '../support/sign-on/people.ts';
import { columns, letIn } from '../support/sign-on/verdicts.ts';
import { listening, type Served } from './chain/played.ts';
import { provider } from './sign-on/provider.ts';
import { comesIn, SignOns } from './sign-on/running.ts';

const signOns = new SignOns();
let served: Served | undefined;

afterAll(async () => {
  await signOns.stop();
  served?.server.close();
});

describe('the verdict of the sign-on', () => {
  testWith(
    ['oauth2-proxy'],
    'is the one to which the roles of Grafana are held, for every person at every site',
    async () => {
      let now: Told = { id: {} };
      let issuer = '';
      served = await listening(
        createServer(
          provider(
            () => issuer,
            () => now,
          ),
        ),
      );
      issuer = `http://127.0.0.1:${served.port}`;
      const addresses = await Promise.all(columns.map((site) => signOns.start(site, sites[site], issuer)));
      const found: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const person of Object.keys(people) as PersonName[]) {
        now = people[person];
        const comes = await Promise.all(addresses.map(comesIn));
        found[person] = columns.filter((_, index) => comes[index]).join(' ');
        expected[person] = columns.filter((site) => letIn(person, site)).join(' ');
      }
      expect(found).toEqual(expected);
    },
    120_000,
  );
});
