export { shellScripts } from '../../test/support/shell-scripts.mts';
