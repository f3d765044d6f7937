import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, lacking, less } from '../../../policies/budget/amounts.ts';
import type { Load } from '../../../policies/budget/loads.ts';
import type { Room } from '../../../policies/budget/rooms.ts';
import { verdict } from '../../../policies/budget/verdict.ts';

function amounts(millicores: number, memoryMebibytes = 0): Amounts {
  return { millicores, memoryMebibytes, diskMebibytes: 0, pods: 1 };
}

function room(key: string, millicores: number, memoryMebibytes = 1000): Room {
  return { key, millicores, memoryMebibytes, diskMebibytes: 1000, pods: 110 };
}

function load(millicores: number, changes: Partial<Load> = {}): Load {
  const defaults = { name: 'shop', part: 'shop', count: 1, surge: 0, nodes: ['a'], everyNode: false };
  return { ...defaults, amounts: amounts(millicores, changes.amounts?.memoryMebibytes), ...changes };
}

const BOTH = ['a', 'b'];

describe('on one node', () => {
  test('what adds up to exactly the node fits', () => {
    expect(verdict([load(600), load(400)], [room('a', 1000)])).toEqual({ word: 'fits', reason: '' });
  });

  test('one thousandth of a core too much does not', () => {
    expect(verdict([load(600), load(401)], [room('a', 1000)])).toEqual({
      word: 'does not fit',
      reason: 'what runs on node a alone requests 1001m CPU, which has 1000m CPU',
    });
  });

  test('a replacement needs room for its additional pod', () => {
    expect(verdict([load(600, { surge: 1 })], [room('a', 1000)])).toEqual({
      word: 'may not fit',
      reason: 'shop can be left without a node when the others come first',
    });
    expect(verdict([load(500, { surge: 1 })], [room('a', 1000)]).word).toBe('fits');
  });

  test('several replacements at a time wait for each other, so the largest counts', () => {
    const loads = [load(300, { surge: 1 }), load(100, { name: 'blog', surge: 1 }), load(300)];

    expect(verdict(loads, [room('a', 1000)]).word).toBe('fits');
    expect(verdict(loads, [room('a', 999)]).word).toBe('may not fit');
  });

  test('pods are counted as well as cores', () => {
    const many = load(1, { count: 111 });

    expect(verdict([many], [room('a', 1000)]).reason).toBe(
      'what runs on node a alone requests 111 pods, which has 110 pods',
    );
  });
});

describe('on two nodes', () => {
  const rooms = [room('a', 1000), room('b', 1000)];

  test('sums that fit are not enough: three pods of two thirds have no place', () => {
    expect(verdict([load(666, { count: 3, nodes: BOTH })], rooms)).toEqual({
      word: 'does not fit',
      reason: 'the pods cannot be distributed over the nodes, although the sums would do',
    });
  });

  test('a large pod that comes last may find both nodes half full', () => {
    const loads = [load(700, { name: 'large', nodes: BOTH }), load(400, { name: 'small', count: 2, nodes: BOTH })];

    expect(verdict(loads, rooms)).toEqual({
      word: 'may not fit',
      reason: 'large can be left without a node when the others come first',
    });
  });

  test('a pod bound to one node may find it taken by pods that could run elsewhere', () => {
    const loads = [load(900, { name: 'metrics' }), load(300, { name: 'shop', nodes: BOTH })];

    expect(verdict(loads, rooms).word).toBe('may not fit');
  });

  test('one node full of CPU and the other full of memory block a pod that needs both', () => {
    const loads = [
      load(500, { name: 'both', nodes: BOTH, amounts: amounts(500, 500) }),
      load(600, { name: 'cpu', nodes: BOTH, amounts: amounts(600, 0) }),
      load(0, { name: 'memory', nodes: BOTH, amounts: amounts(0, 600) }),
    ];

    expect(verdict(loads, rooms).word).toBe('may not fit');
  });

  test('a DaemonSet takes its part of each node', () => {
    const everywhere = load(600, { nodes: BOTH, everyNode: true });

    expect(verdict([everywhere, load(400, { nodes: BOTH })], rooms).word).toBe('fits');
    expect(verdict([everywhere, load(401, { count: 2, nodes: BOTH })], rooms).word).toBe('does not fit');
  });

  test('a DaemonSet may find a node taken by pods that came before it', () => {
    const everywhere = load(600, { name: 'exporter', nodes: BOTH, everyNode: true });

    expect(verdict([everywhere, load(400, { count: 2, nodes: BOTH })], rooms)).toEqual({
      word: 'may not fit',
      reason: 'exporter can be left without a node when the others come first',
    });
  });

  test('a workload that no node may run is named', () => {
    expect(verdict([load(1, { name: 'lost', nodes: [] })], rooms)).toEqual({
      word: 'does not fit',
      reason: 'no node of the site may run lost',
    });
  });
});

/** One pod after the other, each to any node that still has room: whatever a scheduler may do. */
function greedy(loads: readonly Load[], rooms: readonly Room[], pick: (choices: number) => number): boolean {
  const left = new Map(rooms.map((one) => [one.key, one]));
  const pods = loads.flatMap(({ count, nodes, everyNode, amounts: asked }) =>
    (everyNode ? nodes.map((node) => [node]) : [nodes]).flatMap((where) =>
      Array.from({ length: count }, () => ({ where, asked })),
    ),
  );
  while (pods.length > 0) {
    const [pod] = pods.splice(pick(pods.length), 1);
    const open = (pod?.where ?? []).filter((key) => pod && !lacking(left.get(key) as Room, pod.asked));
    const chosen = open[pick(open.length)];
    if (!pod || chosen === undefined) return false;
    left.set(chosen, { key: chosen, ...less(left.get(chosen) as Room, pod.asked) });
  }
  return true;
}

const anyRooms = fc
  .integer({ min: 1, max: 3 })
  .map((count) => ['a', 'b', 'c'].slice(0, count).map((key) => room(key, 1000)));

function anyLoads(keys: readonly string[]) {
  return fc.array(
    fc.record({
      name: fc.constantFrom('shop', 'blog', 'metrics'),
      part: fc.constant('shop'),
      amounts: fc
        .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
        .map(([c, m]) => amounts(c, m)),
      count: fc.integer({ min: 1, max: 3 }),
      surge: fc.constant(0),
      nodes: fc.subarray([...keys], { minLength: 1 }),
      everyNode: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );
}

const anySite = anyRooms.chain((rooms) =>
  fc.record({ rooms: fc.constant(rooms), loads: anyLoads(rooms.map(({ key }) => key)) }),
);

describe('for any site', () => {
  const choices = fc.infiniteStream(fc.nat());

  function outcome(loads: readonly Load[], rooms: readonly Room[], stream: Iterator<number>): boolean {
    return greedy(loads, rooms, (count) => (count === 0 ? 0 : (stream.next().value as number) % count));
  }

  test('what fits is placed by every order of creation and every choice of nodes', () => {
    fc.assert(
      fc.property(anySite, choices, ({ loads, rooms }, stream) => {
        fc.pre(verdict(loads, rooms).word === 'fits');
        expect(outcome(loads, rooms, stream)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('what does not fit is placed by none', () => {
    fc.assert(
      fc.property(anySite, choices, ({ loads, rooms }, stream) => {
        fc.pre(verdict(loads, rooms).word === 'does not fit');
        expect(outcome(loads, rooms, stream)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
