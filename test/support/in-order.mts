import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of tests on one real node that want it as nobody has disturbed it yet, in their order; others come after them. */
const FIRST = ['from-empty', 'pods', 'budget', 'published', 'monitoring'];

/** Runs the files of the project `node` in an order that does not depend on how long they took the last time. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const onNode = sorted.filter(isOnNode).sort((one, other) => key(one).localeCompare(key(other), 'en'));
    return [...sorted.filter((file) => !isOnNode(file)), ...onNode];
  }
}

function isOnNode({ project }: TestSpecification): boolean {
  return project.name === 'node';
}

/** What a file is sorted by: those that are named come first. */
function key({ moduleId }: TestSpecification): string {
  const name = moduleId.replace(/^.*\/|\.test\.ts$/g, '');
  const place = FIRST.indexOf(name);
  return `${place < 0 ? 'z' : place} ${name}`;
}
