export { manifestsOf } from './manifests-of.ts';
export { publish } from './publish.ts';
export { Refusal } from './refusal.ts';
export { SiteApp } from './site-app.ts';
export { warmUp } from './warm-up.ts';
