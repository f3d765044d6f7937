import { describe, expect, test } from 'vitest';
import { ANNOTATION, ANNOTATIONS } from '../../kubernetes/annotations.ts';
import type { KubeObject } from '../../kubernetes/object.ts';
import { podOf } from '../../kubernetes/pods.ts';
import everything from '../fixtures/accepted/everything.ts';
import { textOf, writtenFiles } from '../repository/support/files.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';

/** `npm run bootstrap` reads its key in plain JavaScript, which cannot import the list; its tests run it over real objects. */
const IN_PLAIN_JAVASCRIPT = 'scripts/bootstrap/repository.mjs';

/** The benchmark copies it into apps of others, where there is no such list. */
const IN_APPS_OF_OTHERS = 'scripts/bench/workloads/add-services.ts';

const LIST = 'kubernetes/annotations.ts';

const keys: readonly string[] = Object.values(ANNOTATION);

describe('the list of our annotations', () => {
  test('has every annotation that a site writes under our name, and none besides but what charts rent', () => {
    const manifests = [everything, {}].flatMap((site) => manifestsOfSite(aSite(site)));
    const written = new Set(
      manifests
        .flatMap((manifest) => [
          ...keysOf(manifest.object.metadata.annotations),
          ...keysOf(podOf(manifest)?.annotations),
        ])
        .filter((key) => key.startsWith('armstead/'))
        .map((key) => (key.startsWith(ANNOTATION.exception) ? ANNOTATION.exception : key)),
    );
    expect([...written, ANNOTATION.rented].sort()).toEqual([...keys].sort());
  });

  test('is the only place that spells a key', () => {
    const spelled = writtenFiles()
      .filter((file) => /\.(ts|mjs|cjs)$/.test(file) && !/(^|\/)test\//.test(file))
      .filter((file) => keys.some((key) => textOf(file).includes(key)));
    expect(spelled).toEqual([LIST, IN_APPS_OF_OTHERS, IN_PLAIN_JAVASCRIPT]);
  });

  test('has every key that the benchmark spells by itself', () => {
    const spelled = textOf(IN_APPS_OF_OTHERS).match(/armstead\/[a-z-]+\.?/g) ?? [];
    expect([...new Set(spelled)].filter((key) => !keys.includes(key))).toEqual([]);
    expect(spelled.length).toBeGreaterThan(0);
  });

  test('has a key, who carries it and what it says once for each', () => {
    expect(new Set(keys).size).toBe(Object.keys(ANNOTATIONS).length);
    expect(keys.filter((key) => !key.startsWith('armstead/'))).toEqual([]);
  });
});

function keysOf(annotations: KubeObject['metadata']['annotations']): string[] {
  return Object.keys(annotations ?? {});
}
