/** The parts of an address from which git reads. */
export interface GitAddress {
  /** `ssh` stands for both spellings, `ssh://git@host/path` and `git@host:path`. */
  readonly scheme: 'https' | 'ssh' | 'file';

  /** Everything before the path, with what separates them: `https://github.com/`, `git@github.com:`. */
  readonly before: string;

  /** Name of the server, without a port. */
  readonly host: string;

  /** The path in its parts: `['you', 'platform.git']`. */
  readonly path: readonly string[];
}

/** A name of a server, or an IPv4 address. */
const HOST = '[a-z\\d](?:[a-z\\d.-]*[a-z\\d])?';

/** A port, from 1 to 65535. */
const PORT = '(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])';

const SERVER = `(${HOST})(?::${PORT})?`;

const FORMS = [
  { scheme: 'https', form: new RegExp(`^(https://${SERVER}/)(.+)$`) },
  { scheme: 'ssh', form: new RegExp(`^(ssh://(?:[\\w.-]+@)?${SERVER}/)(.+)$`) },
  { scheme: 'ssh', form: new RegExp(`^([\\w.-]+@(${HOST}):)(?!//|\\d+/)(.+)$`) },
  { scheme: 'file', form: /^(file:\/\/()\/)(.+)$/ },
] as const;

/** Reads an address in one of the spellings of git; undefined for whatever git would not take, or not as it is meant. */
export function gitAddress(value: string): GitAddress | undefined {
  if (/[\s?#\\]/.test(value)) return undefined;
  const read = FORMS.flatMap(({ scheme, form }) => {
    const [, before = '', host = '', rest = ''] = form.exec(value) ?? [];
    const path = rest.replace(/^\//, '').split('/');
    return path.every((part) => !/^\.{0,2}$/.test(part)) ? { scheme, before, host, path } : [];
  });
  return read[0];
}
