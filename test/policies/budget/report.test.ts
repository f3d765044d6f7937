import { describe, expect, test } from 'vitest';
import { budgetJson, budgetMarkdown, budgetOf, budgetText } from '../../../policies/budget/index.ts';
import { aService, subjectsOf } from '../support/objects.ts';
import { aPlan } from '../support/site.ts';
import { aClaim } from '../support/volumes.ts';
import { aDeployment } from '../support/workloads.ts';

const cloud = {
  region: 'eu-frankfurt-1',
  nodes: { a: { bootVolumeGb: 160 } },
  allowPaid: 'films need much room',
};

/** A site with a shop, a rented disk and a load balancer, for two environments. */
const budget = budgetOf(
  subjectsOf([
    aDeployment(),
    aService('web', { type: 'LoadBalancer' }),
    aClaim('films', { volumeName: undefined, storageClassName: 'oci-bv' }),
  ]),
  aPlan({ cloud, environments: { prod: { share: 75 }, staging: {} } }),
);

describe('the budget of a site', () => {
  test('is two tables: what requests what of the nodes, and what the account gives', () => {
    expect(budgetText(budget)).toBe(`budget: fits

  requested                                       CPU  memory
  shop                                            50m    64Mi
  the platform; two fifths are 732m and 3996Mi    50m    64Mi
  OKE's own pods                                 300m   264Mi
  left for you, of 1830m and 9992Mi             1480m  9664Mi
  of that for prod, 75 percent                  1110m  7248Mi
  of that for staging, 25 percent                370m  2416Mi

  rented                   requested  allowance
  ARM cores                        2          2
  memory of ARM machines       12 GB      12 GB
  disks with boot volumes     210 GB     200 GB
  flexible load balancers          1          1
`);
  });

  test('is the same as Markdown', () => {
    const cells = (text: string) => text.match(/\d+m\b|\d+Mi|\d+ GB/g);
    expect(cells(budgetMarkdown(budget))).toEqual(cells(budgetText(budget)));
    expect(budgetMarkdown(budget)).toContain('| disks with boot volumes | 210 GB | 200 GB |\n');
  });

  test('tells machines what is beyond the allowance, and what each environment has', () => {
    const { beyond, shares } = JSON.parse(budgetJson(budget));
    expect(beyond).toEqual([
      {
        counted: 'storageGb',
        asked: 210,
        allowed: 200,
        items: [
          { what: 'boot volume of node a', amount: 160 },
          { what: 'PersistentVolumeClaim shop/films, which requests 1 GB and gets the smallest', amount: 50 },
        ],
      },
    ]);
    expect(shares).toEqual([
      {
        environment: 'prod',
        percent: 75,
        millicores: 1110,
        memoryMebibytes: 7248,
        memoryLimitMebibytes: 7200,
        pods: 78,
      },
      {
        environment: 'staging',
        percent: 25,
        millicores: 370,
        memoryMebibytes: 2416,
        memoryLimitMebibytes: 2400,
        pods: 26,
      },
    ]);
  });
});
