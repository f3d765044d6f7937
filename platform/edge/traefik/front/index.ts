export { IDENTITY, type Published, type TraefikFile, traefikFile } from './file.ts';
export { publishedIn } from './published.ts';
