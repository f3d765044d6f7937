import { parseArgs } from 'node:util';
import platform from '../../platform.ts';
import { hasHome } from '../../site/plan/tunnel.ts';
import { outputsFromFile, siteFrom } from '../files.ts';
import { homeConfig } from './home-config.ts';
import { makeKeyFile } from './key-file.ts';

const USAGE = `npm run home-config                                   every configuration for the home side
npm run home-config -- --as wg-quick                  one: wg-quick, routeros, openwrt, fields or qr
npm run home-config -- --new-key FILE                 make a key in FILE, outside git, and print its public half
npm run home-config -- --as qr --peer phone --key FILE --show-key
                                                      a device of the site, with its private key
`;

/** Prints configurations for the home side of the tunnel. */
export async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      as: { type: 'string' },
      peer: { type: 'string' },
      key: { type: 'string' },
      'show-key': { type: 'boolean' },
      'new-key': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  process.stdout.write(answer(values));
  return 0;
}

function answer(values: Readonly<Record<string, string | boolean | undefined>>): string {
  if (values.help) return USAGE;
  if (typeof values['new-key'] === 'string') return newKey(values['new-key']);
  const site = siteFrom(platform);
  if (!hasHome(site)) throw new Error('platform.ts names no home, so there is no tunnel');
  return homeConfig(site, outputsFromFile(), { ...values, showKey: values['show-key'] === true });
}

function newKey(file: string): string {
  const publicKey = makeKeyFile(file);
  return `The private key is in ${file}; only you may read it.\nWrite the public key into platform.ts:\n\n  publicKey: '${publicKey}',\n`;
}
