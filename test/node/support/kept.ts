import { logs, query } from './ask.ts';

/** A stretch of time that lies far enough back that all of it has arrived. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Half a minute that ended half a minute ago. */
export function aPastStretch(): Stretch {
  const to = Math.floor(Date.now() / 1000) - 30;
  return { from: to - 30, to };
}

/** How many looks at targets, and how many lines of logs, are kept from a stretch of time. */
export async function keptFrom({ from, to }: Stretch): Promise<{ readonly looks: number; readonly lines: number }> {
  const { data } = await query(`sum(count_over_time(up[${to - from}s] @ ${to}))`);
  const moment = (seconds: number) => new Date(seconds * 1000).toISOString();
  const [counted] = await logs(`_time:[${moment(from)}, ${moment(to)}) | stats count() as lines`);
  return { looks: Number(data.result[0]?.value[1] ?? 0), lines: Number(counted?.lines ?? 0) };
}
