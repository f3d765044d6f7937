// `npm run --silent traefik-flags -- FOLDER`: the flags with which Argo CD starts Traefik for this site, one a line; the
// file that it reads beside the Ingresses is written into FOLDER, as it stands in dist/. Tests start a Traefik with them,
// and so can you, to try a change of its values on your own machine.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { traefikFlags, type traefikValues } from '../platform/edge/index.ts';

/** The part of Traefik's Application that says how it runs. */
interface Application {
  readonly spec: { readonly source: { readonly helm: { readonly valuesObject: ReturnType<typeof traefikValues> } } };
}

/** The front door has looked whether it is there. */
const [folder = ''] = process.argv.slice(2);
const text = readFileSync('dist/apps/application.traefik.yaml', 'utf8');
const { valuesObject: values } = (parse(text) as Application).spec.source.helm;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'config.yml'), stringify(values.providers.file.content));
process.stdout.write(`${traefikFlags(values, folder).join('\n')}\n`);
