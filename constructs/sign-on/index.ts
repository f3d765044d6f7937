export { SignOn } from './sign-on.ts';
export type { SignOnProps } from './sign-on-props.ts';
