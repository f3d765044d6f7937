import { orRefuse } from '../files.ts';
import { parsePlanWithAccount } from '../site.ts';
import { toolText } from '../tool.ts';
import { assess, forecastsText } from './assess.ts';
import { type Call, look } from './sight.ts';

/** Says before `pulumi up` what will fail; the exit code is 1 if something will. */
export async function main(_words: unknown, platform: () => Promise<unknown>): Promise<number> {
  const { plan, account } = orRefuse(parsePlanWithAccount(await platform()), '');
  const region = ['--region', plan.cloud.region, '--output', 'json'];
  const call: Call = (...args) => JSON.parse(toolText('oci', [...args, ...region]));
  const forecasts = assess(plan, look(plan, account, call));
  process.stdout.write(forecastsText(forecasts));
  return forecasts.some(({ level }) => level === 'fails') ? 1 : 0;
}
