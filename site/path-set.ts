import type { Place } from './outline.ts';
import type { Path } from './problem.ts';

interface Node {
  readonly inner: Map<string | number, Node>;
  isEnd: boolean;
}

/** Places of a file, looked up in as many steps as a path has; `*` and `[]` stand in them as in a schema. */
export class PathSet {
  readonly #root: Node = { inner: new Map(), isEnd: false };

  constructor(paths: Iterable<Path | Place['path']> = []) {
    for (const path of paths) this.add(path);
  }

  /** One more of them. */
  add(path: Path | Place['path']): void {
    let node = this.#root;
    for (const part of path) {
      const next = node.inner.get(part) ?? { inner: new Map(), isEnd: false };
      node.inner.set(part, next);
      node = next;
    }
    node.isEnd = true;
  }

  /** Whether a path leads to one of the places. */
  has(path: Path): boolean {
    return path.reduce<Node[]>(stepped, [this.#root]).some(({ isEnd }) => isEnd);
  }

  /** Whether a path leads to one of the places or into it. */
  holds(path: Path): boolean {
    let nodes = [this.#root];
    for (const part of path) {
      if (nodes.some(({ isEnd }) => isEnd)) return true;
      nodes = stepped(nodes, part);
    }
    return nodes.some(({ isEnd }) => isEnd);
  }
}

function stepped(nodes: readonly Node[], part: string | number): Node[] {
  return nodes
    .flatMap(({ inner }) => [inner.get(part), inner.get('*'), typeof part === 'number' ? inner.get('[]') : undefined])
    .filter((node) => node !== undefined);
}
