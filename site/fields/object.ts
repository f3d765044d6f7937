import { z } from 'zod';
import { needs } from './text.ts';

/**
 * An object that takes the given fields and no others.
 *
 * @param wanted what belongs here, for the message when something else stands here: `the repository: { url }`
 */
export function object<Shape extends z.ZodRawShape>(wanted: string, shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    // For a key that is not known the message carries those that are; `site/parse.ts` makes the proposal from them.
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : needs(wanted)),
  });
}
