import { type Command, type Run, run } from './measure.ts';
import { environment } from './side.ts';
import { tool } from './sides/tools.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** How long a tool takes to do nothing. */
export interface StartUp {
  readonly name: string;
  readonly wall: Spread;
}

/** Starts every tool that is there in turn, with the least that it can be asked. */
export async function startUps(root: string, runs: number): Promise<StartUp[]> {
  const [helm, kubectl] = [tool('helm'), tool('kubectl')];
  const commands = [
    ['node', 'node -e 0'],
    ['helm', helm && `'${helm}' version --short`],
    ['kubectl', kubectl && `'${kubectl}' version --client`],
    ['npx cdk8s', 'npx cdk8s --version'],
  ].flatMap(([name = '', command]): Command[] => (command ? [{ name, command, cwd: root, env: environment() }] : []));
  const walls = commands.map((): number[] => []);
  for (let turn = 0; turn <= runs; turn++) {
    for (const [index, command] of commands.entries()) {
      const { wall } = (await run(command)) as Run;
      // The first start of each fills caches.
      if (turn > 0) walls[index]?.push(wall);
    }
  }
  return commands.map(({ name }, index) => ({ name, wall: spreadOf(walls[index] as number[]) }));
}
