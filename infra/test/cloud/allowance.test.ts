import { expect, test, vi } from 'vitest';
import type { SiteInput } from '../../../site/index.ts';
import { example } from '../sites.ts';
import { FRANKFURT } from './frankfurt.ts';
import { counts, run } from './mocks.ts';

const MORE = 'if your account gives more, say what in cloud.allowance, and if it may cost, why in cloud.allowPaid';

function withCloud(cloud: Partial<SiteInput['cloud']>): SiteInput {
  return { ...example, cloud: { ...example.cloud, ...cloud } };
}

test.each<[string, SiteInput, string]>([
  [
    'two nodes, each of which takes the whole allowance',
    withCloud({ nodes: { a: {}, b: {} } }),
    `platform.ts: 1 problem, nothing was built

  cloud.nodes  ARM cores: 4 in all, 2 more than the allowance of 2:
                 2  node a
                 2  node b
               memory of ARM machines: 24 GB in all, 12 GB more than the allowance of 12 GB:
                 12 GB  node a
                 12 GB  node b
               write { ocpus: 1, memoryGb: 6 } for each node; ${MORE}
`,
  ],
  [
    'disks that leave none for the gateway',
    withCloud({ nodes: { a: { bootVolumeGb: 180 } } }),
    `platform.ts: 1 problem, nothing was built

  cloud.nodes  disks with boot volumes: 230 GB in all, 30 GB more than the allowance of 200 GB:
                 180 GB  boot volume of node a
                  50 GB  boot volume of the gateway
               write bootVolumeGb: 150; ${MORE}
`,
  ],
  [
    'load balancers that the account has elsewhere',
    withCloud({ allowance: { flexibleLoadBalancers: 0 } }),
    `platform.ts: 1 problem, nothing was built

  home  flexible load balancers: 1 in all, 1 more than the allowance of 0:
          1  edge-home
        leave out home; ${MORE}
`,
  ],
])('%s: nothing is asked of the cloud, and the sum says why', async (_title, site, report) => {
  const { resources, calls, error } = await run(site, FRANKFURT);
  expect(error).toEqual(new Error(report));
  expect(resources).toEqual([]);
  expect(calls).toEqual([]);
});

test('a site that says why it may cost is built, and what is beyond the allowance is told', async () => {
  const told = vi.spyOn(console, 'warn').mockReturnValue();
  const nodes = { a: {}, b: {} };
  const built = await run(withCloud({ nodes, allowPaid: 'a second node for the shop' }), FRANKFURT);
  expect(built.error).toBeUndefined();
  expect(counts(built)['oci:ContainerEngine/nodePool:NodePool']).toBe(2);
  expect(told.mock.calls.flat()).toEqual([
    `warning: [runtime] this may cost money: a second node for the shop (cloud.allowPaid)
ARM cores: 4 in all, 2 more than the allowance of 2:
  2  node a
  2  node b`,
    `warning: [runtime] this may cost money: a second node for the shop (cloud.allowPaid)
memory of ARM machines: 24 GB in all, 12 GB more than the allowance of 12 GB:
  12 GB  node a
  12 GB  node b`,
  ]);
  told.mockRestore();
});

test('an account that gives more is asked for more, within a quota of that size', async () => {
  const allowance = { ocpus: 4, memoryGb: 24 };
  const built = await run(withCloud({ nodes: { a: {}, b: {} }, allowance }), FRANKFURT);
  expect(counts(built)['oci:ContainerEngine/nodePool:NodePool']).toBe(2);
  expect(counts(built)['oci:Limits/quota:Quota']).toBe(1);
});
