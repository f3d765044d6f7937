import { end } from '../../launch/command-line.mjs';
import platform from '../../platform.ts';
import { reportText } from '../../site/index.ts';
import { isPlaceholder, placeholders } from '../../site/outputs.ts';
import { type AddressRecord, dnsRecords, type EdgeAddresses, type Plan, planSite } from '../../site/plan/index.ts';
import { readProject } from '../../site/project.ts';
import { strays } from './check.ts';
import { formats, missingText, PLACES, recordsFor, table } from './formats.ts';
import { needed, type Options, optionsFrom } from './options.ts';
import { NoAnswer, publicView, viewFrom } from './view.ts';

/** What `npm run dns` does with these words. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    process.exitCode = await print(words);
  } catch (error) {
    if (!(error instanceof NoAnswer)) end(error);
    process.exitCode = refused(`${(error as NoAnswer).message}; write --server ADDRESS of a DNS server that can be\n`);
  }
}

/** Prints the records that the site needs; answers the exit code. */
async function print(words: readonly string[]): Promise<number> {
  const options = optionsFrom(words);
  const project = readProject(platform);
  if (!project.ok) return refused(reportText(project.problems, ''));
  const { site, outputs = placeholders, versions } = project.value;
  const { address } = outputs.loadBalancer;
  const addresses = { ...(!isPlaceholder(address) && { public: address }), ...options.stated };
  const plan = planSite(site, undefined, versions);
  const records = dnsRecords(plan, { ...PLACES, ...addresses });
  if (records.length === 0)
    return said('the site of platform.ts publishes nothing, so no host needs a record', options);
  if (options.check) return check(records, addresses, plan, options);
  if (options.format !== 'table') return printed(records, addresses, options.format);
  process.stdout.write(`${table(records)}\n${missingText(records)}`);
  return 0;
}

/** A sentence for people; a file that takes the records stays empty. */
function said(sentence: string, { format }: Pick<Options, 'format'>): number {
  (format === 'table' ? process.stdout : process.stderr).write(`${sentence}\n`);
  return 0;
}

function printed(all: readonly AddressRecord[], addresses: Partial<EdgeAddresses>, format: keyof typeof formats) {
  const { for: audience, write } = formats[format];
  const records = recordsFor(audience, all);
  if (records.length === 0)
    return said('no host is for home alone, so the resolver at home needs no record', { format });
  if (audience === 'everywhere') needed(addresses.public, '--public');
  else needed(addresses.home, '--home');
  process.stdout.write(`${write(records)}\n`);
  return 0;
}

async function check(
  records: readonly AddressRecord[],
  addresses: Partial<EdgeAddresses>,
  { domain }: Plan,
  { server }: Options,
): Promise<number> {
  needed(addresses.public, '--public');
  const view = server === undefined ? await publicView(domain) : viewFrom(server);
  const found = await strays(records, view.resolve);
  const asked = `asked: ${[...view.answered].join(', ')}`;
  if (found.length === 0) {
    process.stdout.write(`every host leads to the load balancer (${asked})\n`);
    return 0;
  }
  const lines = found.map(({ name, problem }) => `  ${name} ${problem}`);
  return refused(`not ready for certificates: 'production' (${asked})\n\n${lines.join('\n')}\n`);
}

function refused(text: string): number {
  process.stderr.write(text);
  return 1;
}
