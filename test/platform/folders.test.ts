import { App, Chart } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { buildPlatform } from '../../platform/index.ts';
import { PLATFORM, PLATFORM_PRIORITY } from '../../site/plan/index.ts';
import { aPlan } from '../support/site.ts';

describe('the folders of a plan', () => {
  test('are the charts of the build, in their order', () => {
    const [app, plan] = [new App(), aPlan()];
    buildPlatform(app, plan);
    expect(app.charts.map(({ node }) => node.id)).toEqual(plan.folders.map(({ id }) => id));
  });

  test('have something that builds them, or the build ends', () => {
    const plan = aPlan();
    const folders = [
      ...plan.folders,
      { id: 'nobodys', owner: PLATFORM, priority: PLATFORM_PRIORITY, wave: 0, followed: true },
    ];
    expect(() => buildPlatform(new App(), { ...plan, folders })).toThrow(
      'nothing builds the folder nobodys of the plan',
    );
  });

  test('are all that is built: another chart, which nothing follows, ends the build', () => {
    const app = new App();
    new Chart(app, 'stray');
    expect(() => buildPlatform(app, aPlan())).toThrow('no folder of the plan is called stray');
  });
});
