export { AlertRouter, type AlertRouterProps } from './alert-router.ts';
export { type AlertRoutes, alertmanagerYaml } from './config.ts';
export type { MailReceiver, Receivers } from './receivers.ts';
