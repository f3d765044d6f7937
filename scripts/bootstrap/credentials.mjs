import { BootstrapError } from './kubectl.mjs';

const PRIVATE_KEY = /^-----BEGIN ([A-Z ]*)PRIVATE KEY-----\n([\s\S]+?)-----END \1PRIVATE KEY-----$/;

/** The private half of a deploy key as Argo CD takes it. @param {string} file its name, for messages @param {string} content */
export function keyFrom(file, content) {
  const key = content.replaceAll('\r\n', '\n').trim();
  if (/^(ssh|ecdsa|sk)-\S+ AAAA/.test(key)) {
    throw new BootstrapError(
      `${file} is the public half of a key, which belongs to the git host; give the private half, mostly the same name without .pub`,
    );
  }
  const [, kind, body] = PRIVATE_KEY.exec(key) ?? [];
  if (body === undefined) {
    throw new BootstrapError(
      `${file} is no private key; make one with: ssh-keygen -t ed25519 -N '' -f ~/.config/armstead/deploy-key`,
    );
  }
  if (isSealed(kind, body)) {
    throw new BootstrapError(
      `${file} is sealed with a passphrase, which nobody could type in the cluster; make one without: ssh-keygen -t ed25519 -N '' -f ~/.config/armstead/deploy-key`,
    );
  }
  return `${key}\n`;
}

/** Whether a key needs a passphrase: each of its three forms says so in its own way. */
function isSealed(kind, body) {
  if (kind === 'ENCRYPTED ' || body.startsWith('Proc-Type: 4,ENCRYPTED')) return true;
  if (kind !== 'OPENSSH ') return false;
  const magic = 'openssh-key-v1\0';
  const bytes = Buffer.from(body, 'base64');
  const length = bytes.readUInt32BE(magic.length);
  return bytes.toString('latin1', magic.length + 4, magic.length + 4 + length) !== 'none';
}

/** A token as Argo CD takes it. @param {string} file its name, for messages @param {string} content */
export function tokenFrom(file, content) {
  const token = content.trim();
  if (token === '') throw new BootstrapError(`${file} is empty; it must hold the token and nothing else`);
  if (token.startsWith('-----BEGIN ')) {
    throw new BootstrapError(`${file} is a key, and a repository by HTTPS is read with a token of the git host`);
  }
  if (/\s/.test(token))
    throw new BootstrapError(`${file} has more than one word; it must hold the token and nothing else`);
  return token;
}
