import type { Reach } from '../sections/reach.ts';
import type { Site } from '../site.ts';

/** The folder of `dist/` with the routes to Argo CD; Argo CD itself comes from its chart. */
export const ARGO_CD_PAGES = 'delivery';

/** Path of the webhook; nothing else of Argo CD is at its host. */
export const WEBHOOK_PATH = '/api/webhook';

/** Who reaches the pages of Argo CD: home, unless the site says otherwise; nobody where there is no home and no word. */
export function argoCdReach({ gitops, home }: Pick<Site, 'gitops' | 'home'>): Reach | undefined {
  const { exposure = home ? 'home' : undefined, guard, allow } = gitops;
  if (exposure === undefined) return undefined;
  return { exposure, ...(guard && { guard }), ...(allow && { allow }) };
}
