import { images } from '../../constructs/versions.ts';
import { arm64Report } from './report.ts';

/** What `npm run arm64` does. */
export async function main(): Promise<void> {
  const { text, good } = await arm64Report(Object.values(images), new Date());
  process.stdout.write(text);
  if (!good) process.exitCode = 1;
}
