import type { Server } from 'node:http';
import { signed } from './authority.ts';
import { echo, listen, stop } from './servers.ts';

/** The hosts of the example site. */
export const hosts = {
  none: 'https://weather.example.org',
  basic: 'https://notes.example.org',
  signOn: 'https://photos.example.org',
  home: 'https://nas.example.org',
  dashboards: 'https://grafana.example.org',
} as const;

/** Addresses from which clients ask. */
export const clients = { atHome: '192.168.4.50', inTheTunnel: '192.168.16.7' } as const;

/** Address of a client on the internet. */
export const ON_THE_INTERNET = '203.0.113.7';

/** The machines at home of the example site, until they are stopped. */
export async function startHome(): Promise<() => Promise<void>> {
  const identity = signed('nas', ['nas.home.arpa']);
  const servers: Server[] = [
    await listen(echo('photos'), '192.168.4.20', 2283),
    await listen(echo('notes'), '192.168.4.21', 3000),
    await listen(echo('weather'), '192.168.4.22', 8080),
    await listen(echo('nas'), '192.168.4.10', 5001, identity),
  ];
  return async () => {
    await Promise.all(servers.map(stop));
  };
}
