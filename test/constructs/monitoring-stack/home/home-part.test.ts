import { describe, expect, test } from 'vitest';
import { type HomePartProps, homePart } from '../../../../constructs/monitoring-stack/index.ts';
import { aFolder, objects } from '../../support/synth.ts';

const targets = { nas: '192.168.4.10:9100' };
const gateway = '10.0.0.10:9100';

/** What such a part adds to a stack. */
function added(props: HomePartProps) {
  const { scrape = [], rules = [], dashboards = [], expects = [], build } = homePart(props);
  const chart = aFolder();
  build?.(chart);
  return {
    jobs: scrape.map(({ job_name: name }) => name),
    alerts: rules.flatMap(({ alerts }) => alerts.map(({ alert }) => alert)),
    dashboards: dashboards.map(({ uid }) => uid),
    expects,
    processes: objects(chart).flatMap(({ kind, metadata }) => (kind === 'Deployment' ? [metadata.name] : [])),
  };
}

const nothing = { jobs: [], alerts: [], dashboards: ['home'], expects: [], processes: [] };

describe('the part of home', () => {
  test('without machines, services and gateway is a dashboard', () => {
    expect(added({})).toEqual(nothing);
    expect(added({ targets: {}, services: false, gateway: undefined })).toEqual(nothing);
  });

  test('with machines and no services has neither the prober nor an alert about services', () => {
    const alerts = ['HomeTunnelDown', 'HomeTargetDown'];
    expect(added({ targets })).toEqual({ ...nothing, jobs: ['home'], alerts });
  });

  test('with services has the prober, which is missed when it is gone', () => {
    expect(added({ services: true })).toEqual({
      ...nothing,
      jobs: ['home-services'],
      alerts: ['HomeTunnelDown', 'HomeServiceDown'],
      expects: ['prober'],
      processes: ['prober'],
    });
  });

  test('with all of it watches all of it', () => {
    const { jobs, alerts } = added({ targets, services: true, gateway });
    expect(jobs).toEqual(['home', 'home-services', 'gateway']);
    expect(alerts).toEqual([
      ...['HomeTunnelDown', 'HomeTargetDown', 'HomeServiceDown'],
      ...['GatewayDown', 'GatewayUnwatched'],
    ]);
  });

  test.each([
    ['machines alone', { targets }],
    ['services alone', { services: true }],
    ['both', { targets, services: true }],
  ])('asks of home with %s only what can be asked', (_, props: HomePartProps) => {
    const queries = JSON.stringify(homePart({ ...props, gateway }).rules);
    expect(queries.includes('job=\\"home\\"')).toBe(props.targets !== undefined);
    expect(queries.includes('job=\\"home-services\\"')).toBe(props.services === true);
  });

  test('with a gateway and nothing behind it that is asked tells when it does not answer, and never that it is unwatched', () => {
    const [group] = homePart({ gateway }).rules ?? [];
    expect(group?.name).toBe('gateway');
    expect(group?.alerts.map(({ alert, expr }) => [alert, expr])).toEqual([
      ['GatewayDown', 'max(up{job="gateway"}) == 0'],
    ]);
  });
});
