import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { environment, linkPackages, type Place, type Side, type Workload, writeFiles } from '../side.ts';

/** What `cdk8s init typescript-app` leaves, with the workload in place of the empty chart: ts-node with a type check. */
export function stock(workload: Workload, place: Place): Side {
  return side('template of cdk8s init', 'new App()', workload, place);
}

/** The same, told to write a file for each object. */
export function stockByObject(workload: Workload, place: Place): Side {
  const app = 'new App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE })';
  return side('template of cdk8s init, a file for each object', app, workload, place);
}

function side(name: string, app: string, { source }: Workload, place: Place): Side {
  const template = join(place.root, 'node_modules/cdk8s-cli/templates/typescript-app');
  const imports = ['App', 'YamlOutputType'].filter((word) => app.includes(word)).join(', ');
  writeFiles(place.folder, {
    'package.json': '{ "private": true }',
    'cdk8s.yaml': readFileSync(join(template, 'cdk8s.yaml'), 'utf8'),
    'tsconfig.json': readFileSync(join(template, 'tsconfig.json'), 'utf8'),
    'workload.ts': source,
    'main.ts': `import { ${imports} } from 'cdk8s';\nimport { build } from './workload';\n\nconst app = ${app};\nbuild(app);\napp.synth();\n`,
  });
  linkPackages(place, { typescript: typeScriptOf(template, place.root) });
  return {
    name,
    command: 'npx cdk8s synth',
    cwd: place.folder,
    output: join(place.folder, 'dist'),
    env: environment(),
  };
}

/** The TypeScript that the template asks for. This project uses a newer one; the cdk8s command brings the older for itself. */
function typeScriptOf(template: string, root: string): string {
  const { devDependencies } = packageAt(template);
  const wanted = devDependencies.typescript.replace(/x$/, '');
  const fromCommand = createRequire(join(root, 'node_modules/jsii-rosetta/package.json'));
  const folder = dirname(fromCommand.resolve('typescript/package.json'));
  const { version } = packageAt(folder);
  if (!version.startsWith(wanted))
    throw new Error(`the template asks for TypeScript ${wanted}x, cdk8s-cli has ${version}`);
  return folder;
}

function packageAt(folder: string): {
  readonly version: string;
  readonly devDependencies: { readonly typescript: string };
} {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
