import { parseArgs } from 'node:util';
import { hasHome } from '../../site/plan/tunnel.ts';
import { fromCaller, outputsFromFile, siteFrom } from '../files.ts';
import { type HomeConfigOptions, homeConfig } from './home-config.ts';
import { makeKeyFile } from './key-file.ts';

const USAGE = `npm run home-config                                   every configuration for the home side
npm run home-config -- --as wg-quick                  one: wg-quick, routeros, openwrt, fields or qr
npm run home-config -- --new-key FILE                 make a key in FILE, outside git, and print its public half
npm run home-config -- --as qr --peer phone --key FILE --show-key
                                                      a device of the site, with its private key
`;

/** Prints configurations for the home side of the tunnel. */
export async function main(words: readonly string[], platform: () => unknown): Promise<number> {
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
  process.stdout.write(answer(values, platform));
  return 0;
}

/** The words of the command line. */
interface Words extends Pick<HomeConfigOptions, 'as' | 'peer' | 'key'> {
  readonly 'show-key'?: boolean;
  readonly 'new-key'?: string;
  readonly help?: boolean;
}

function answer(words: Words, platform: () => unknown): string {
  if (words.help) return USAGE;
  if (words['new-key'] !== undefined) return newKey(fromCaller(words['new-key']));
  const site = siteFrom(platform());
  if (!hasHome(site)) throw new Error('platform.ts names no home, so there is no tunnel');
  const { as, peer, key, 'show-key': showKey } = words;
  return homeConfig(site, outputsFromFile(), { as, peer, showKey, key: key && fromCaller(key) });
}

function newKey(file: string): string {
  const publicKey = makeKeyFile(file);
  return `The private key is in ${file}; only you may read it.\nWrite the public key into platform.ts:\n\n  publicKey: '${publicKey}',\n`;
}
