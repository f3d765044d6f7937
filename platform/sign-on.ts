import { SignOn } from '../constructs/sign-on/index.ts';
import type { Build } from './folder.ts';

/** Where people sign on. */
export const buildSignOn: Build = (chart, { edge, domain, signOn }) => {
  if (!signOn) return;
  new SignOn(chart, 'Sign-on', { edge, domain, host: signOn.host.host, signOn: signOn.provider });
};
