import { beforeAll, describe, expect, test } from 'vitest';
import type { Pod } from '../cluster/support/objects.ts';
import { eventually } from '../support/background.ts';
import { query } from './support/ask.ts';
import { processesOf } from './support/processes.ts';
import { pods } from './support/ready.ts';
import { restarted } from './support/restarts.ts';
import { theSite } from './support/site.ts';

/** What a pod states of its containers, as far as the kernel can tell of it. */
interface Stated {
  readonly spec: {
    readonly securityContext?: Identity & { readonly fsGroup?: number };
    readonly containers: readonly {
      readonly name: string;
      readonly securityContext?: Identity & { readonly capabilities?: { readonly add?: readonly string[] } };
    }[];
  };
}

interface Identity {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
}

beforeAll(() => theSite());

describe('every pod of the site', () => {
  test('runs and is Ready, and none of its containers was started twice', () => {
    const states = pods().map(({ metadata, status }) => ({
      name: `${metadata.namespace}/${metadata.name}`,
      phase: status.phase,
      ready: status.conditions?.find(({ type }) => type === 'Ready')?.status,
    }));
    expect(states.length).toBeGreaterThan(10);
    expect(states.filter(({ phase, ready }) => phase !== 'Running' || ready !== 'True')).toEqual([]);
    expect(restarted()).toEqual({});
  });

  test('has used less memory than its limit, and no container was ended for it', async () => {
    const use = 'max by (namespace, pod, container) (max_over_time(container_memory_working_set_bytes[1h]))';
    const limit = 'max by (namespace, pod, container) (kube_pod_container_resource_limits{resource="memory"})';
    await eventually('use and limits are known', async () => {
      const { data } = await query(`${use} / ${limit}`);
      return data.result.length >= pods().length || undefined;
    });
    expect((await query(`${use} >= ${limit}`)).data.result).toEqual([]);
    expect((await query('sum(container_oom_events_total) > 0')).data.result).toEqual([]);
  });

  test('runs as the user and group that it states, without a capability, without new privileges, under seccomp', () => {
    for (const pod of pods()) {
      for (const { container, status } of processesOf(pod)) {
        const { runAsUser, runAsGroup } = identityOf(pod, container);
        expect({ container, ...status }).toMatchObject({
          uid: runAsUser,
          gid: runAsGroup,
          capabilities: 0n,
          noNewPrivileges: true,
          seccomp: 'filter',
          rootIsReadOnly: true,
        });
      }
    }
  });

  test('is a process of the node for each of its containers, or else the test above proves nothing', () => {
    for (const pod of pods()) {
      const found = processesOf(pod).map(({ container }) => container);
      expect([...new Set(found)].sort()).toEqual(pod.spec.containers.map(({ name }) => name).sort());
    }
  });
});

function identityOf(pod: Pod, container: string): Identity {
  const { spec } = pod as unknown as Stated;
  const own = spec.containers.find(({ name }) => name === container)?.securityContext;
  return { ...spec.securityContext, ...own };
}
