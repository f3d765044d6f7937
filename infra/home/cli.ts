import { hasHome } from '../../site/plan/index.ts';
import { fromCaller, outputsFromFile, planFrom } from '../files.ts';
import { type HomeConfigOptions, homeConfig } from './home-config.ts';
import { makeKeyFile } from './key-file.ts';

/** Prints configurations for the home side of the tunnel. */
export async function main({ values }: { readonly values: Words }, platform: () => Promise<unknown>): Promise<number> {
  process.stdout.write(await answer(values, platform));
  return 0;
}

/** The options of the command line. */
interface Words extends Pick<HomeConfigOptions, 'as' | 'peer' | 'key'> {
  readonly 'show-key'?: boolean;
  readonly 'new-key'?: string;
}

async function answer(words: Words, platform: () => Promise<unknown>): Promise<string> {
  if (words['new-key'] !== undefined) return newKey(fromCaller(words['new-key']));
  const plan = planFrom(await platform());
  if (!hasHome(plan)) throw new Error('platform.ts names no home, so there is no tunnel');
  const { as, peer, key, 'show-key': showKey } = words;
  return homeConfig(plan, outputsFromFile(''), { as, peer, showKey, key: key && fromCaller(key) });
}

function newKey(file: string): string {
  const publicKey = makeKeyFile(file);
  return `The private key is in ${file}; only you may read it.\nWrite the public key into platform.ts:\n\n  publicKey: '${publicKey}',\n`;
}
