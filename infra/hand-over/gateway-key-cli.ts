import { readFileSync } from 'node:fs';
import type { Words } from '../../launch/command-line.mjs';
import { OUTPUTS_FILE } from '../../site/outputs.ts';
import { fromCaller, outputsFromFile, writeOutputs } from '../files.ts';
import { toolText } from '../tool.ts';
import { publicKeyIn, withGatewayKey } from './gateway-key.ts';

/**
 * Reads the gateway's public key from its console and keeps it in the hand-over file.
 *
 * @param words of the command line: nothing, or a file that holds the console history as the web console shows it
 */
export async function main({ positionals: [source] }: Pick<Words, 'positionals'>): Promise<number> {
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
