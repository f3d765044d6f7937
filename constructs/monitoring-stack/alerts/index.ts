export { AlertRouter, type AlertRouterProps } from './alert-router.ts';
export type { MailReceiver, Receivers } from './channels/index.ts';
export { type AlertRoute, type AlertRoutes, alertmanagerYaml, nameOf } from './config.ts';
