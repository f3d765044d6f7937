export { buildApplications } from './applications.ts';
export { buildInstaller } from './argo-cd/installer.ts';
export { buildBootstrap } from './bootstrap.ts';
export { buildPages } from './pages.ts';
