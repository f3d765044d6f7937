export { codeOwnersBlock, codeOwnersChanges, codeOwnersNotices } from './code-owners.ts';
export { manifestsOf } from './manifests-of.ts';
export { textOfFile } from './owned-files.ts';
export { publish } from './publish.ts';
export { Refusal } from './refusal.ts';
export { SiteApp } from './site-app.ts';
export { warmUp } from './warm-up.ts';
