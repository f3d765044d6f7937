export { LocalDirectories, type LocalDirectoriesProps } from './local-directories.ts';
export { LocalStorage } from './local-storage.ts';
export type { LocalStorageProps } from './local-storage-props.ts';
