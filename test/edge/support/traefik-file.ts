import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { parse, stringify } from 'yaml';
import { publishedIn, type TraefikFile, traefikFile } from '../../../platform/edge/traefik/front/index.ts';
import type { Site } from '../../../site/index.ts';
import { dist } from '../../cluster/support/tree.ts';
import { manifestsOfSite } from '../../support/site.ts';

/** The part of Traefik's Application that says what is in its file. */
interface Application {
  readonly spec: {
    readonly source: {
      readonly helm: {
        readonly valuesObject: { readonly providers: { readonly file: { readonly content: TraefikFile } } };
      };
    };
  };
}

/** Has Traefik read the file that stands in `dist/`. */
export function readFileOfDist(): void {
  write('config.yml', contentOf(parse(readFileSync(join(dist, 'apps', 'application.traefik.yaml'), 'utf8'))));
}

/** Has Traefik read the file of another site. */
export function readFileOf(site: Site): void {
  const application = manifestsOfSite(site).find(({ file }) => file === 'application.traefik.yaml');
  write('config.yml', contentOf(application?.object));
}

/** Has Traefik read what belongs to some more routes; answers how it forgets them. */
export function readRoutes(scope: IConstruct): () => void {
  write('routes.yml', traefikFile(publishedIn(scope)));
  return () => rmSync(join(filesFolder(), 'routes.yml'));
}

function contentOf(application: unknown): TraefikFile {
  return (application as Application).spec.source.helm.valuesObject.providers.file.content;
}

function write(name: string, content: TraefikFile): void {
  mkdirSync(filesFolder(), { recursive: true });
  writeFileSync(join(filesFolder(), name), stringify(content));
}

/** Where Traefik finds its file. */
export function filesFolder(): string {
  const { TRAEFIK_FILES } = process.env;
  if (TRAEFIK_FILES) return TRAEFIK_FILES;
  throw new Error('TRAEFIK_FILES is not set: name the folder that `npm run traefik-flags` was given');
}
