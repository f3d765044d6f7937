import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { check, exceptionsText, findingsText } from '../../../policies/index.ts';
import { aNamespace, anObject, aPriorityClass, subjectsOf } from '../support/objects.ts';
import { aPlan } from '../support/site.ts';
import { aDeployment } from '../support/workloads.ts';

/** The priority that every pod needs. */
const RANKED = { priorityClassName: 'platform' };

const REASON = 'prepares directories on the disk of the node';

describe('the report of a refused site', () => {
  test('groups the findings by file, with path, rule, fix and policy, and says why', () => {
    const { findings } = check(
      subjectsOf([
        aNamespace(),
        aPriorityClass(),
        aDeployment({ container: { image: 'grafana/grafana:latest' }, pod: { ...RANKED, hostNetwork: true } }),
        aDeployment({
          name: 'api',
          pod: RANKED,
          container: {
            resources: {
              requests: { cpu: '1m', memory: '6Gi', 'ephemeral-storage': '50Mi' },
              limits: { cpu: '1m', memory: '11Gi', 'ephemeral-storage': '100Mi' },
            },
          },
        }),
        anObject('v1', 'ConfigMap', 'web', { metadata: { namespace: 'shpo' } }),
      ]),
      aPlan(),
    );
    expect(findingsText(findings)).toMatchInlineSnapshot(`
      "dist/: 5 findings in 3 files, nothing was written

      platform.ts

        cloud.nodes.a  11392Mi is the sum of the memory limits on this node, which has 9992Mi for pods (api 11Gi, web 128Mi)
                       write memoryGb: 14 for node a; that makes 14 GB in all, so write allowance: { memoryGb: 14 } in cloud if your account gives it, or why it may cost in allowPaid
                       (memory-limits-fit-the-node)

      dist/shop/deployment.web.yaml (made by shop/web)

        spec.template.spec.containers[0].image  grafana/grafana:latest names no registry
                                                write the registry before it, such as registry.example.org/grafana/grafana:latest
                                                (images-are-exact)
        spec.template.spec.containers[0].image  grafana/grafana:latest has a tag that may move to another image
                                                write all three numbers, such as grafana/grafana:1.4.2, or add the digest: grafana/grafana:latest@sha256:...
                                                (images-are-exact)
        spec.template.spec.hostNetwork  true shares a part of the node
                                        remove it
                                        (pods-keep-off-the-host)

      dist/shpo/configmap.web.yaml (made by shpo/web)

        metadata.namespace  shpo is no namespace of this site
                            write one of shop, or add it to the namespaces
                            (namespaces-exist)

      Why (more in docs/policies.md)

        images-are-exact
          Every image names its registry and an exact version.
          A floating tag runs other code tomorrow than the code that was reviewed, and OKE refuses short names from 1.34 on.
        memory-limits-fit-the-node
          The memory limits of all pods of a node fit into the memory that it has for pods.
          When every pod uses what it may and the node has less, the kernel kills one of them, and not the guilty one.
        pods-keep-off-the-host
          No pod shares the node's network, processes or memory, or takes one of its ports.
          What shares the node's network passes by every Service and firewall rule, and reaches the cloud's metadata as the node.
        namespaces-exist
          Every object that belongs to a namespace names one that the site makes, and the others name none.
          Without a namespace an object goes wherever somebody happens to apply it; in one that nobody makes it is refused.
      "
    `);
  });

  test('counts one finding as one', () => {
    const { findings } = check(subjectsOf([aNamespace('shop', 'baseline')]), aPlan());
    expect(findingsText(findings).split('\n')[0]).toBe('dist/: 1 finding in 1 file, nothing was written');
  });

  test('says "the object" where nothing in it is wrong but all of it', () => {
    const { findings } = check(subjectsOf([aNamespace()]), aPlan());
    expect(findings).toEqual([]);
    const [subject] = subjectsOf([aNamespace()]);
    const finding = { policy: 'a', path: [], found: 'x', rule: 'is y', fix: 'write z', ...(subject && { subject }) };
    expect(findingsText([finding])).toContain('  the object  x is y\n              write z\n              (a)\n');
  });
});

describe('the line about exceptions', () => {
  test('counts them, and says where to read them', () => {
    const reason = { 'armstead/except.pods-keep-off-the-host': REASON };
    const excepted = ['web', 'jobs'].map((name) =>
      aDeployment({ name, pod: { hostNetwork: true }, metadata: { annotations: reason } }),
    );
    const told = (...objects: KubeObject[]) =>
      exceptionsText(check(subjectsOf([aNamespace(), ...objects]), aPlan()).exceptions);
    expect(told(...excepted)).toBe(
      'policies: 2 exceptions in 2 files, each with its reason; nothing to do (grep -r armstead/except. dist)\n',
    );
    expect(told(...excepted.slice(0, 1))).toBe(
      'policies: 1 exception in 1 file, each with its reason; nothing to do (grep -r armstead/except. dist)\n',
    );
  });

  test('is empty where there are none', () => {
    expect(exceptionsText([])).toBe('');
  });
});
