import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What is looked at, whoever the site belongs to. */
const CHECKS = {
  'the lint of what belongs to the project (npm run lint)': 'npm run --silent lint',
  'the types (npm run typecheck)': 'npm run --silent typecheck',
  'the site in platform.ts': 'node scripts/check/site.mjs',
};

/** Starts all checks at once; each answers its name, its exit code and what it said. */
export function startChecks() {
  return Promise.all(Object.entries(CHECKS).map(([name, command]) => ended(name, command)));
}

/** Prints what the checks said, those that have failed last; answers whether all have passed. */
export function tell(checks) {
  for (const { name, code, said } of checks.toSorted((one, other) => one.code - other.code)) {
    process.stdout.write(`\n${name}: ${code === 0 ? 'passed' : `FAILED (exit code ${code})`}\n${said}`);
  }
  return checks.every(({ code }) => code === 0);
}

async function ended(name, command) {
  const child = spawn(`${command} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { name, code: code ?? 1, said };
}
