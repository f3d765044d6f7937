import { readFileSync } from 'node:fs';
import type { Words } from '../../launch/command-line.mjs';
import { OUTPUTS_FILE } from '../../site/outputs.ts';
import { fromCaller, orRefuse, outputsFromFile, writeOutputs } from '../files.ts';
import { parseOwnSite } from '../site.ts';
import { toolText } from '../tool.ts';
import { handOver } from './hand-over.ts';

/**
 * Writes the hand-over file from the outputs of the stack.
 *
 * @param words of the command line: nothing, or a file that holds what `pulumi stack output --json` printed
 */
export async function main(
  { positionals: [source] }: Pick<Words, 'positionals'>,
  platform: () => Promise<unknown>,
): Promise<number> {
  orRefuse(parseOwnSite(await platform()));
  const text = source ? readFileSync(fromCaller(source), 'utf8') : toolText('pulumi', ['stack', 'output', '--json']);
  const outputs = orRefuse(handOver(JSON.parse(text), outputsFromFile()));
  writeOutputs(outputs);
  const key =
    outputs.gateway && !outputs.gateway.publicKey ? 'The gateway is new: npm run gateway-key comes next.\n' : '';
  process.stdout.write(`${OUTPUTS_FILE} is written; commit it.\n${key}`);
  return 0;
}
