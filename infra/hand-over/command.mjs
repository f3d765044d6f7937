/** What `npm run hand-over` takes. */
export const COMMAND = {
  usage: `usage: npm run hand-over [-- FILE]

  Writes site.outputs.json from the outputs of the stack.

  FILE   what 'pulumi stack output --json' printed; without it Pulumi is asked`,
  most: 1,
};
