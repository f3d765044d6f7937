import { matches, text } from '../fields/text.ts';

/**
 * Name of a Secret in the namespace of monitoring; it is the name of a volume too.
 *
 * @param example a good name, for the message
 */
export function secretName(example: string) {
  return text(
    'the name of a Secret',
    example,
    {
      id: 'no-secret',
      breach: (value) =>
        /[:/=]/.test(value)
          ? {
              found: 'what stands here',
              rule: 'looks like a secret itself, which must never be in git',
              fix: `make it void where it was given out, put a new one into a Secret, and write its name, such as ${example}`,
            }
          : undefined,
    },
    matches(
      'secret-name',
      /^[a-z]([a-z0-9-]{0,48}[a-z0-9])?$/,
      'is not a name of at most 50 lower-case letters, digits and inner hyphens with a letter first',
      `write a name such as ${example}`,
    ),
  );
}
