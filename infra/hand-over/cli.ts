import { readFileSync } from 'node:fs';
import { wordsOf } from '../../scripts/command-line.mjs';
import { OUTPUTS_FILE } from '../../site/outputs.ts';
import { fromCaller, orRefuse, outputsFromFile, writeOutputs } from '../files.ts';
import { parseOwnSite } from '../site.ts';
import { toolText } from '../tool.ts';
import { handOver } from './hand-over.ts';

const USAGE = `usage: npm run hand-over [-- FILE]

  Writes ${OUTPUTS_FILE} from the outputs of the stack.

  FILE   what 'pulumi stack output --json' printed; without it Pulumi is asked`;

/**
 * Writes the hand-over file from the outputs of the stack.
 *
 * @param words nothing, or a file that holds what `pulumi stack output --json` printed
 */
export async function main(words: readonly string[], platform: () => unknown): Promise<number> {
  const [source] = wordsOf({ usage: USAGE, most: 1 }, words).positionals;
  orRefuse('platform.ts', parseOwnSite(platform()));
  const text = source ? readFileSync(fromCaller(source), 'utf8') : toolText('pulumi', ['stack', 'output', '--json']);
  const outputs = orRefuse('the outputs of the stack', handOver(JSON.parse(text), outputsFromFile()));
  writeOutputs(outputs);
  const key =
    outputs.gateway && !outputs.gateway.publicKey ? 'The gateway is new: npm run gateway-key comes next.\n' : '';
  process.stdout.write(`${OUTPUTS_FILE} is written; commit it.\n${key}`);
  return 0;
}
