import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Packages of Debian and Ubuntu by the programs that they bring, where the names differ. */
const PACKAGES = { wg: 'wireguard-tools', 'wg-quick': 'wireguard-tools', ip: 'iproute2', nft: 'nftables' };

/** Programs that come from elsewhere. */
const ELSEWHERE = { kubectl: 'https://kubernetes.io/docs/tasks/tools' };

/**
 * One line for programs that are not installed, with how to get them; undefined where all are.
 *
 * @param {readonly string[]} programs
 * @returns {string | undefined}
 */
export function missingPrograms(programs) {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) return undefined;
  const packages = missing.filter((program) => !ELSEWHERE[program]).map((program) => PACKAGES[program] ?? program);
  const ways = [
    ...(packages.length > 0 ? [`apt install ${[...new Set(packages)].join(' ')}`] : []),
    ...missing.flatMap((program) => (ELSEWHERE[program] ? [`${program} from ${ELSEWHERE[program]}`] : [])),
  ];
  return `programs are missing: ${missing.join(', ')}; install them: ${ways.join(', ')}\n`;
}

function isInstalled(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && isExecutable(join(folder, program)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
