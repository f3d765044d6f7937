import { join } from 'node:path';
import { type Absent, environment, type Place, type Side, type Workload, writeFiles } from '../side.ts';
import { type Example, examples, FIRST, nameOf, textOf } from '../workloads/services.ts';
import { missing, tool } from './tools.ts';

/** What the service of the base is called; an overlay puts its number behind it. */
const BASE = 'service';

/** One base, and an overlay for each service. */
export function kustomize({ services = 0 }: Workload, { folder }: Place): Side | Absent {
  const name = 'kubectl kustomize';
  const kubectl = tool('kubectl');
  if (!kubectl) return { name, missing: missing('kubectl') };
  const { once, each } = examples();
  const files: Record<string, string> = {};
  for (const example of each) files[`base/${fileOf(example)}`] = textOf(example).replaceAll(FIRST, BASE);
  files['base/kustomization.yaml'] = JSON.stringify({ resources: each.map(fileOf) });
  const overlays = Array.from({ length: services }, (_, index) => `overlays/${index}`);
  for (const [index, overlay] of overlays.entries()) {
    files[`${overlay}/kustomization.yaml`] = JSON.stringify(overlayOf(index, each));
  }
  for (const example of once) files[fileOf(example)] = textOf(example);
  files['kustomization.yaml'] = JSON.stringify({ resources: [...once.map(fileOf), ...overlays] });
  writeFiles(folder, files);
  const output = join(folder, 'out');
  // It writes a file for each object only into a folder that is there.
  return {
    name,
    command: `mkdir -p out && '${kubectl}' kustomize . --output out`,
    cwd: folder,
    output,
    env: environment(),
  };
}

function overlayOf(index: number, each: readonly Example[]): object {
  return {
    resources: ['../../base'],
    nameSuffix: `-${index}`,
    patches: each
      .map((example) => ({ target: { kind: example.kind }, patch: JSON.stringify(operations(example, index)) }))
      .filter(({ patch }) => patch !== '[]'),
  };
}

/** Whatever holds the name of the service, but for names of objects and references to them, which kustomize knows. */
function operations(value: unknown, index: number, path = ''): object[] {
  if (typeof value === 'string') {
    const isName = path.endsWith('/name');
    return isName || !value.includes(FIRST)
      ? []
      : [{ op: 'replace', path, value: value.replaceAll(FIRST, nameOf(index)) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    operations(inner, index, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

const fileOf = ({ kind }: Example) => `${kind.toLowerCase()}.yaml`;
