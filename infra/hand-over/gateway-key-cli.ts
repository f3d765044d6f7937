import { readFileSync } from 'node:fs';
import { wordsOf } from '../../scripts/command-line.mjs';
import { OUTPUTS_FILE } from '../../site/outputs.ts';
import { fromCaller, outputsFromFile, writeOutputs } from '../files.ts';
import { toolText } from '../tool.ts';
import { publicKeyIn, withGatewayKey } from './gateway-key.ts';

const USAGE = `usage: npm run gateway-key [-- FILE]

  Reads the gateway's public key from its console and keeps it in ${OUTPUTS_FILE}.

  FILE   the console history as the web console shows it; without it the OCI CLI is asked`;

/**
 * Reads the gateway's public key from its console and keeps it in the hand-over file.
 *
 * @param words nothing, or a file that holds the console history as the web console shows it
 */
export async function main(words: readonly string[]): Promise<number> {
  const [source] = wordsOf({ usage: USAGE, most: 1 }, words).positionals;
  const outputs = outputsFromFile();
  const console = source ? readFileSync(fromCaller(source), 'utf8') : consoleOf(outputs.gateway?.instance);
  const publicKey = publicKeyIn(console);
  if (!publicKey) {
    throw new Error('the console of the gateway names no key yet: it starts for about five minutes, then try again');
  }
  writeOutputs(withGatewayKey(outputs, publicKey));
  process.stdout.write(`${publicKey}\n${OUTPUTS_FILE} has it; npm run home-config comes next.\n`);
  return 0;
}

function consoleOf(instance: string | undefined): string {
  if (!instance) throw new Error(`${OUTPUTS_FILE} names no gateway: run pulumi up and npm run hand-over`);
  const history = ['compute', 'console-history'];
  const capture = ['capture', '--instance-id', instance, '--wait-for-state', 'SUCCEEDED'];
  const id = toolText('oci', [...history, ...capture, '--query', 'data.id', '--raw-output']).trim();
  const content = ['get-content', '--instance-console-history-id', id, '--length', '1048576', '--file', '-'];
  const text = toolText('oci', [...history, ...content]);
  toolText('oci', [...history, 'delete', '--instance-console-history-id', id, '--force']);
  return text;
}
