import { SignOn } from '../constructs/sign-on/index.ts';
import { SIGN_ON, SIGN_ON_PORT } from '../site/plan/index.ts';
import type { Build } from './folder.ts';

/** Where people sign on. */
export const buildSignOn: Build = (chart, { edge, domain, signOn }) => {
  if (!signOn) return;
  const served = { name: SIGN_ON, port: SIGN_ON_PORT, host: signOn.host.host };
  new SignOn(chart, 'Sign-on', { edge, domain, signOn: signOn.provider, ...served });
};
