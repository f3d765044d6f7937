import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { theSite } from './support/site.ts';

/** The example's volumes on node `a`, and who writes to each. */
const DIRECTORIES = { metrics: 10001, logs: 10002, alerts: 10004, dashboards: 472 };

const SETGID = 0o2000;

describe('the directories of the volumes, on a real node', () => {
  beforeAll(() => theSite());

  test.each(Object.entries(DIRECTORIES))('%s is for user and group %d, for nobody else', (name, id) => {
    const { uid, gid, mode } = stateOf(name);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: id, gid: id, mode: 0o2770 });
  });

  test('what root makes in one belongs to the group of its writer, so that the writer can read it', () => {
    const path = join('/var/lib/armstead/metrics', 'restored');
    execFileSync('mkdir', [path]);
    expect(stateOf('metrics/restored')).toMatchObject({ uid: 0, gid: DIRECTORIES.metrics });
    expect(stateOf('metrics/restored').mode & SETGID).toBe(SETGID);
  });
});

function stateOf(name: string) {
  return statSync(join('/var/lib/armstead', name));
}
