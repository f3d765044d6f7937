import { ARGO_CD } from '../../site/plan/index.ts';
import type { Build } from '../folder.ts';
import { publish } from '../publish.ts';

/** The routes to Argo CD: its pages, where the site has somebody to show them to, and the webhook, where it states one. */
export const buildPages: Build = (chart, plan) => {
  const { pages, webhook } = plan.argoCd;
  if (pages) publish(chart, 'Argo CD', plan, pages);
  if (webhook) publish(chart, 'Webhook', plan, webhook.host, { name: `${ARGO_CD}-webhook` });
};
