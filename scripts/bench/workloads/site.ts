import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Document, documentsIn } from '../documents.ts';
import { environment, type Workload } from '../side.ts';

/** What the comparison is called. */
export const SITE = 'the site in platform.ts';

/** The objects of the site in `platform.ts`, each as a plain `ApiObject`, in a chart for each folder. */
export function site(root: string, folder: string): Workload {
  const output = join(folder, 'site');
  const env = environment({ CDK8S_OUTDIR: output });
  execFileSync(process.execPath, [join(root, 'scripts/synth.cjs')], { env, stdio: 'pipe' });
  const documents = documentsIn(output);
  return {
    title: SITE,
    source: sourceOf(documents),
  };
}

function sourceOf(documents: readonly Document[]): string {
  const folders = [...new Set(documents.map(({ folder }) => folder))];
  const charts = folders.map((folder) => {
    const objects = documents.filter((document) => document.folder === folder);
    const lines = objects.map(
      ({ object }, index) => `  new ApiObject(chart, 'object-${index}', ${JSON.stringify(object)});`,
    );
    return `  {\n  const chart = new Chart(app, '${folder}');\n${lines.join('\n')}\n  }\n`;
  });
  return `import { ApiObject, type App, Chart } from 'cdk8s';\n\nexport function build(app: App): void {\n${charts.join('')}}\n`;
}
