import { needPackages } from '../../launch/packages.cjs';

/** For a script whose words go to a tool: ends the program for --help, and where packages are missing. */
export function helpOrPackages(usage) {
  if (process.argv.slice(2).some((word) => ['--help', '-h'].includes(word))) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  needPackages();
}
