import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, linkPackages, type Place, type Side, type Workload, writeFiles } from '../side.ts';

/** What `cdk8s init typescript-app` leaves, with the workload in place of the empty chart: ts-node with a type check. */
export function stock({ source }: Workload, place: Place): Side {
  const template = join(place.root, 'node_modules/cdk8s-cli/templates/typescript-app');
  writeFiles(place.folder, {
    'package.json': '{ "private": true }',
    'cdk8s.yaml': readFileSync(join(template, 'cdk8s.yaml'), 'utf8'),
    'tsconfig.json': readFileSync(join(template, 'tsconfig.json'), 'utf8'),
    'workload.ts': source,
    'main.ts':
      "import { App } from 'cdk8s';\nimport { build } from './workload';\n\nconst app = new App();\nbuild(app);\napp.synth();\n",
  });
  linkPackages(place, { typescript: 'typescript-stock' });
  return {
    name: 'template of cdk8s init, npx cdk8s synth',
    command: 'npx cdk8s synth',
    cwd: place.folder,
    output: join(place.folder, 'dist'),
    env: environment(),
  };
}
