export { IDENTITY, type TraefikFile, traefikFile } from './file.ts';
export { publishedIn } from './published.ts';
