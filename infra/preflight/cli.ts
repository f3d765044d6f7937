import { orRefuse } from '../files.ts';
import { parsePlanWithAccount } from '../site.ts';
import { toolText } from '../tool.ts';
import { assess, forecastsText } from './assess.ts';
import { type Ask, look } from './sight.ts';

/** Says before `pulumi up` what will fail; the exit code is 1 if something will. */
export async function main(_words: unknown, platform: () => Promise<unknown>): Promise<number> {
  const { plan, account } = orRefuse(parsePlanWithAccount(await platform()), '');
  const region = ['--region', plan.cloud.region, '--output', 'json'];
  const ask: Ask = (...args) => JSON.parse(toolText('oci', [...args, ...region]));
  const forecasts = assess(plan, look(plan, account, ask));
  process.stdout.write(forecastsText(forecasts));
  return forecasts.some(({ level }) => level === 'fails') ? 1 : 0;
}
