import { wordsOf } from '../../scripts/command-line.mjs';
import { hasHome } from '../../site/plan/tunnel.ts';
import { fromCaller, outputsFromFile, siteFrom } from '../files.ts';
import { type HomeConfigOptions, homeConfig } from './home-config.ts';
import { makeKeyFile } from './key-file.ts';

const USAGE = `usage: npm run --silent home-config [-- [--as FORMAT] [--peer NAME] [--key FILE --show-key] | --new-key FILE]

  Prints every configuration for the home side of the tunnel, without the private key.

  --as FORMAT      one of them: wg-quick, routeros, openwrt, fields or qr; or firewall: what may come out of the tunnel
  --peer NAME      of a device of the site, such as phone
  --key FILE       the private key of that side
  --show-key       writes the private key into the configuration
  --new-key FILE   makes a key in FILE, outside git, and prints its public half`;

/** Prints configurations for the home side of the tunnel. */
export async function main(words: readonly string[], platform: () => unknown): Promise<number> {
  process.stdout.write(answer(wordsOf(COMMAND, words).values, platform));
  return 0;
}

/** The words of the command line. */
interface Words extends Pick<HomeConfigOptions, 'as' | 'peer' | 'key'> {
  readonly 'show-key'?: boolean;
  readonly 'new-key'?: string;
}

const COMMAND = {
  usage: USAGE,
  options: {
    as: { type: 'string' },
    peer: { type: 'string' },
    key: { type: 'string' },
    'show-key': { type: 'boolean' },
    'new-key': { type: 'string' },
  },
} as const;

function answer(words: Words, platform: () => unknown): string {
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
