export { buildPlatform } from './build.ts';
