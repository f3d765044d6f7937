export { buildApplications } from './applications.ts';
export { argoCdPart } from './argo-cd-part.ts';
export { buildBootstrap } from './bootstrap.ts';
export { buildInstaller } from './install/installer.ts';
export { buildPages } from './pages.ts';
