import { parse } from 'yaml';
import type { Expected } from './api.ts';
import type { Container } from './container.ts';

/** What the files of a site promise of its Grafana. */
export function expectedOf({ image, files }: Container): Expected {
  const version = /:v?(\d+\.\d+\.\d+)(@|$)/.exec(image)?.[1];
  if (version === undefined) throw new Error(`${image} has no exact version`);
  const texts = Object.entries(files);
  const sources = texts.filter(([path]) => path.startsWith('datasources/')).map(([, text]) => parse(text));
  const shown = texts.filter(([path]) => path.endsWith('.json')).map(([, text]) => JSON.parse(text));
  return {
    version,
    dataSources: sources.flatMap(({ datasources }) => datasources.map(({ uid }: { uid: string }) => uid)),
    dashboards: Object.fromEntries(shown.map(({ uid, title }) => [uid, title])),
  };
}
