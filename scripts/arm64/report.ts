import { type Image, imageOf } from './image.ts';
import { platformsOf } from './registry.ts';

/** What was found out about the pins. */
export interface Report {
  /** A table in Markdown with the day on which the registries were queried. */
  readonly text: string;

  /** Whether every image exists for the nodes of a site. */
  readonly good: boolean;
}

/** What the nodes of a site run. */
const WANTED = 'linux/arm64';

/** Looks up in the registries of all pins whether the images exist for ARM. */
export async function arm64Report(
  pins: readonly string[],
  day: Date,
  platformsIn: (image: Image) => Promise<readonly string[]> = platformsOf,
): Promise<Report> {
  const answers = await Promise.all(pins.map((pin) => verdict(pin, platformsIn)));
  const rows = answers.map(({ pin, words }) => `| ${pin} | ${words} |`);
  return {
    text: [
      `Asked on ${day.toISOString().slice(0, 10)}`,
      '',
      `| image | ${WANTED} |`,
      '| --- | --- |',
      ...rows,
      '',
    ].join('\n'),
    good: answers.every(({ good }) => good),
  };
}

async function verdict(pin: string, platformsIn: (image: Image) => Promise<readonly string[]>) {
  try {
    const platforms = await platformsIn(imageOf(pin));
    const good = platforms.includes(WANTED);
    return { pin, good, words: good ? 'yes' : `no, only ${platforms.join(', ') || 'platforms that it does not name'}` };
  } catch (error) {
    return { pin, good: false, words: `not known: ${reason(error)}` };
  }
}

/** What went wrong; a failed connection says so only in its cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}, ${reason(error.cause)}` : error.message;
}
