export { AlertRouter, type AlertRouterProps } from './alert-router.ts';
export { type AlertRoutes, alertmanagerYaml } from './config.ts';
export { type MailReceiver, type Receivers, receiverKeys, secretFile } from './receivers.ts';
