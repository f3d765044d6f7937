import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policies, topics } from '../../policies/catalogue.ts';

const folder = join(import.meta.dirname, '../../policies');

/** Most characters of the name of an annotation, less those of `except.`. */
const LONGEST_ID = 63 - 'except.'.length;

describe('the policies', () => {
  test('are these, so that none drops out unseen', () => {
    expect(policies.map(({ id }) => id)).toEqual([
      'images-are-exact',
      'containers-have-requests-and-limits',
      'memory-limits-are-honest',
      'memory-limits-let-containers-start',
      'requests-have-a-source',
      'scratch-fits-the-limit',
      'memory-limits-fit-the-node',
      'pods-fit-the-nodes',
      'pods-run-as-non-root',
      'capabilities-are-dropped',
      'seccomp-is-runtime-default',
      'privileges-do-not-escalate',
      'containers-are-not-privileged',
      'pods-keep-off-the-host',
      'volume-types-are-safe',
      'pods-mount-no-host-path',
      'kernel-settings-are-safe',
      'root-filesystems-are-read-only',
      'namespaces-admit-their-pods',
      'probes-are-present',
      'liveness-is-patient',
      'selectors-match-their-pods',
      'selectors-are-stable',
      'pods-have-a-node',
      'pods-have-a-priority',
      'priorities-are-below-the-system',
      'disruption-budgets-allow-a-drain',
      'jobs-stay-when-they-are-done',
      'services-reach-their-pods',
      'ingress-ports-exist',
      'ingress-paths-are-unique',
      'ingresses-name-class-and-path-type',
      'ingress-hosts-have-tls',
      'hosts-have-one-tls-secret',
      'challenges-are-not-guarded',
      'only-the-edge-is-exposed',
      'load-balancers-fit-the-allowance',
      'load-balancers-have-the-free-shape',
      'home-hosts-stay-at-home',
      'hosts-are-planned',
      'client-addresses-are-true',
      'references-resolve',
      'declarations-are-needed',
      'secrets-stay-out-of-git',
      'configuration-holds-no-passwords',
      'objects-fit-into-the-cluster',
      'service-account-tokens-are-asked-for',
      'roles-are-narrow',
      'bindings-are-narrow',
      'local-volumes-belong-to-one-node',
      'local-volumes-have-their-own-directory',
      'local-volumes-fit-their-disk',
      'claims-and-volumes-name-each-other',
      'storage-classes-are-chosen',
      'disks-fit-the-allowance',
      'objects-are-unique',
      'names-are-valid',
      'labels-and-annotations-are-valid',
      'namespaces-exist',
      'namespaces-are-restricted',
      'folders-keep-to-one-namespace',
      'api-versions-are-served',
      'configuration-is-text',
      'lists-have-no-twins',
      'objects-stay-in-sync',
      'argo-cd-manages-the-kind',
      'applications-stay-in-their-project',
    ]);
  });

  test('are named once each', () => {
    const ids = policies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(topics)('about "$title" are named as their files in $folder', ({ folder: topic, policies: ofTopic }) => {
    const files = readdirSync(join(folder, topic)).filter((file) => file !== 'index.ts');
    expect(ofTopic.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test('have ids that fit into the name of an annotation', () => {
    expect(
      policies.map(({ id }) => id).filter((id) => id.length > LONGEST_ID || !/^[a-z]+(-[a-z]+)+$/.test(id)),
    ).toEqual([]);
  });

  test.each(policies)('say the rule and the reason of $id in whole sentences', ({ title, why, absolute = '' }) => {
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(absolute).not.toMatch(/^[A-Z]|\.$/);
  });
});
