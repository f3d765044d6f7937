export { buildApplications } from './applications.ts';
export { buildInstaller } from './argo-cd/installer.ts';
export { argoCdPart } from './argo-cd-part.ts';
export { buildBootstrap } from './bootstrap.ts';
export { buildPages } from './pages.ts';
