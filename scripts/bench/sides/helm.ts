import { join } from 'node:path';
import { type Absent, environment, type Place, type Side, type Workload, writeFiles } from '../side.ts';
import { type Example, examples, FIRST, nameOf, textOf } from '../workloads/services.ts';
import { missing, tool } from './tools.ts';

type Files = Record<string, string>;

/** A chart with a template for each object, since helm writes one file for each template: as many files as others write. */
export function helm(workload: Workload, place: Place): Side | Absent {
  return side('helm template, a file for each object', place, (each) => {
    const definitions = each.map(
      (example) => `{{- define "${example.kind}" -}}\n${templateOf(example, '.')}{{- end -}}\n`,
    );
    const files: Files = { 'templates/_kinds.tpl': definitions.join('') };
    for (const name of names(workload)) {
      for (const { kind } of each)
        files[`templates/${name}/${kind.toLowerCase()}.yaml`] = `{{ include "${kind}" "${name}" }}\n`;
    }
    return files;
  });
}

/** A chart as one would write it by hand: a template for each kind, which goes through a list of all services. */
export function helmRange(workload: Workload, place: Place): Side | Absent {
  return side('helm template, a file for each kind', place, (each) => ({
    'values.yaml': `services:\n${names(workload)
      .map((name) => `  - ${name}\n`)
      .join('')}`,
    ...Object.fromEntries(
      each.map((example) => [
        `templates/${example.kind.toLowerCase()}.yaml`,
        `{{- range $name := .Values.services }}\n---\n${templateOf(example, '$name')}{{- end }}\n`,
      ]),
    ),
  }));
}

function side(name: string, { folder }: Place, chartOf: (each: readonly Example[]) => Files): Side | Absent {
  const helm = tool('helm');
  if (!helm) return { name, missing: missing('helm') };
  const { once, each } = examples();
  writeFiles(join(folder, 'chart'), {
    'Chart.yaml': 'apiVersion: v2\nname: services\nversion: 1.0.0\n',
    ...Object.fromEntries(once.map((example) => [`templates/${example.kind.toLowerCase()}.yaml`, textOf(example)])),
    ...chartOf(each),
  });
  const output = join(folder, 'out');
  // Nobody's own settings and plugins.
  const env = environment({ HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder, HELM_CACHE_HOME: folder });
  return { name, command: `'${helm}' template services chart --output-dir '${output}'`, cwd: folder, output, env };
}

/** The text of an object in which a template puts the name of the service. */
function templateOf(example: Example, name: string): string {
  return textOf(example).replaceAll(FIRST, `{{ ${name} }}`);
}

function names({ services = 0 }: Workload): string[] {
  return Array.from({ length: services }, (_, index) => nameOf(index));
}
