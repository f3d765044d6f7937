export { SignOn } from './sign-on.ts';
export type { Accounts, GitHubAccounts, GoogleAccounts, OpenIdAccounts, SignOnProps } from './sign-on-props.ts';
