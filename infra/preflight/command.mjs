/** What `npm run preflight` takes. */
export const COMMAND = {
  usage: `usage: npm run preflight

  Says before 'pulumi up' what will fail; changes nothing.`,
};
