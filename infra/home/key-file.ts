import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newKeyPair, publicKeyOf } from './keys.ts';

/**
 * Makes a private key in a new file that only its owner may read, and answers the public key.
 *
 * A file inside a git repository is refused: one careless commit would publish it. So is one that exists.
 */
export function makeKeyFile(file: string): string {
  const repository = repositoryOf(file);
  if (repository) throw new Error(`${file} lies in the git repository ${repository}; write a path outside of it`);
  if (existsSync(file)) throw new Error(`${file} exists; its key may be in use, so write another path`);
  const { privateKey, publicKey } = newKeyPair();
  writeFileSync(file, `${privateKey}\n`, { mode: 0o600, flag: 'wx' });
  return publicKey;
}

/** Reads a private key and makes sure that it belongs to the public key that the site states. */
export function readKeyFile(file: string, publicKey: string): string {
  if (!existsSync(file)) throw new Error(`there is no file ${file}; write --key FILE, the file that --new-key made`);
  const privateKey = readFileSync(file, 'utf8').trim();
  const own = publicKeyOf(privateKey);
  if (own !== publicKey) throw new Error(`${file} belongs to the public key ${own}, platform.ts states ${publicKey}`);
  return privateKey;
}

function repositoryOf(file: string): string | undefined {
  let folder = dirname(resolve(file));
  while (!existsSync(join(folder, '.git'))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}
