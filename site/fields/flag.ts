import { z } from 'zod';
import { misfit } from './checked.ts';

/** Something that is so or is not so. */
export const flag = z.boolean({
  error: misfit({ what: 'true or false', fix: () => 'write true or false, without quotes', standIn: false }),
});
