import type { ControllerFacts } from './controller.ts';

export const ingressNginx: ControllerFacts = {
  unsupported: [],
  tellsWaitsApart: false,
  passwordBeforeRate: false,
  redirectsEverybody: true,
  announcedAlways: true,
  // The README of its last release, 1.15.1.
  retired: { since: 'March 2026', newestKubernetes: '1.35' },
};
