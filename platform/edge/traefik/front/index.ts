export { IDENTITY, type TraefikFile, traefikFile } from './file.ts';
export { type Published, publishedIn } from './published.ts';
