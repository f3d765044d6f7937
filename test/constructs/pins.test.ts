import { afterEach, describe, expect, test } from 'vitest';
import { charts, images } from '../../constructs/versions.ts';
import type { Site } from '../../site/index.ts';
import everything from '../fixtures/accepted/everything.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';

type Pins<Pin> = Record<string, Pin>;

/** Together these run everything that is pinned. */
const sites = [aSite(), aSite(everything)];
const before = sites.map(built);
const original = { images: { ...images }, charts: { ...charts } };

afterEach(() => {
  Object.assign(images, original.images);
  Object.assign(charts, original.charts);
});

function built(site: Site): Map<string, string> {
  return filesOf(manifestsOfSite(site));
}

/** Folders with files that differ from those of the pins as they are. */
function foldersThatDiffer(): string {
  const paths = sites.flatMap((site, index) => {
    const [one, other] = [before[index], built(site)];
    expect([...other.keys()]).toEqual([...(one?.keys() ?? [])]);
    return [...other.keys()].filter((path) => one?.get(path) !== other.get(path));
  });
  return [...new Set(paths.map((path) => path.split('/')[0]))].join(', ');
}

describe('a pin that is raised', () => {
  test('of an image changes the folders that run it, and no file of another', () => {
    const touched = Object.keys(images).map((name) => {
      (images as Pins<string>)[name] = `${original.images[name as keyof typeof images]}-next`;
      const folders = foldersThatDiffer();
      Object.assign(images, original.images);
      return `${name}: ${folders}`;
    });
    expect(touched).toMatchInlineSnapshot(`
      [
        "busybox: storage",
        "helmAndKubectl: install",
        "oauth2Proxy: sign-on",
        "pause: storage",
        "traefik: apps",
        "victoriaMetrics: monitoring",
        "vmalert: monitoring",
        "alertmanager: monitoring",
        "grafana: monitoring",
        "blackboxExporter: monitoring",
        "kubeStateMetrics: monitoring",
        "nodeExporter: node-agents",
        "victoriaLogs: monitoring",
        "vlagent: node-agents",
        "metricsServer: monitoring",
      ]
    `);
  });

  test('of a chart changes its Application alone, and the first installation where it is that of Argo CD', () => {
    const touched = Object.entries(original.charts).map(([name, pin]) => {
      (charts as Pins<object>)[name] = { ...pin, version: '99.0.0' };
      const folders = foldersThatDiffer();
      Object.assign(charts, original.charts);
      return `${name}: ${folders}`;
    });
    expect(touched).toMatchInlineSnapshot(`
      [
        "externalSecrets: apps",
        "argoCd: apps, install",
        "certManager: apps",
        "ingressNginx: apps",
        "traefik: apps",
      ]
    `);
  });
});
