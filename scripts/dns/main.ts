import { Resolver } from 'node:dns/promises';
import platform from '../../platform.ts';
import { parseSite, reportText } from '../../site/index.ts';
import { isPlaceholder, OUTPUTS_FILE, readOutputs } from '../../site/outputs.ts';
import { type AddressRecord, dnsRecords } from '../../site/plan/dns.ts';
import { end } from '../command-line.mjs';
import { strays } from './check.ts';
import { table, written } from './formats.ts';
import { addressesFrom, optionsFrom } from './options.ts';

/** Prints the records that the site needs; answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const options = optionsFrom(words);
  const site = parseSite(platform);
  if (!site.ok) return refused(reportText('platform.ts', site.problems));
  const outputs = readOutputs(OUTPUTS_FILE);
  if (!outputs.ok) return refused(reportText(OUTPUTS_FILE, outputs.problems));
  const { address } = outputs.value.loadBalancer;
  const addresses = addressesFrom(options, isPlaceholder(address) ? {} : { public: address });
  const records = dnsRecords(site.value, addresses);
  if (options.check) return check(records);
  process.stdout.write(`${options.format === 'table' ? table(records) : written(options.format, records)}\n`);
  return 0;
}

async function check(records: readonly AddressRecord[]): Promise<number> {
  const resolver = new Resolver({ timeout: 3000, tries: 2 });
  const found = await strays(records, (name) => resolver.resolve4(name));
  if (found.length === 0) {
    process.stdout.write('every host leads to the load balancer\n');
    return 0;
  }
  const lines = found.map(({ name, problem }) => `  ${name} ${problem}`);
  return refused(`not ready for certificates: 'production'\n\n${lines.join('\n')}\n`);
}

function refused(text: string): number {
  process.stderr.write(text);
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch(end);
