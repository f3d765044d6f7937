import { Resolver } from 'node:dns/promises';
import platform from '../../platform.ts';
import { parseSite, reportText } from '../../site/index.ts';
import { isPlaceholder, OUTPUTS_FILE, readOutputs } from '../../site/outputs.ts';
import { type AddressRecord, dnsRecords, type EdgeAddresses } from '../../site/plan/dns.ts';
import { strays } from './check.ts';
import { table, written } from './formats.ts';
import { type Options, optionsFrom, UsageError } from './options.ts';

/** Prints the records that the site needs; answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const site = parseSite(platform);
  if (!site.ok) return refused(reportText('platform.ts', site.problems));
  const options = read(words);
  if (!options) return 2;
  const records = dnsRecords(site.value, options.addresses);
  if (options.check) return check(records);
  process.stdout.write(`${options.format === 'table' ? table(records) : written(options.format, records)}\n`);
  return 0;
}

function read(words: readonly string[]): Options | undefined {
  try {
    return optionsFrom(words, built());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

/** The public address, if the infrastructure has handed one over. */
function built(): Partial<EdgeAddresses> {
  const outputs = readOutputs(OUTPUTS_FILE);
  if (!outputs.ok) throw new UsageError(reportText(OUTPUTS_FILE, outputs.problems));
  const { address } = outputs.value.loadBalancer;
  return isPlaceholder(address) ? {} : { public: address };
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

process.exitCode = await main(process.argv.slice(2));
