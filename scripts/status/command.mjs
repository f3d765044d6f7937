/** What `npm run status` takes. */
export const COMMAND = {
  usage: `usage: npm run status -- --left

  --left   lists what the cluster of kubectl's current context has left over from teams, services and volumes that
           are there no more, with the command that ends each; changes nothing, and prints no value

  It needs the right to read Secrets and namespaces everywhere, which an administrator has.`,
  options: { left: { type: 'boolean', default: false } },
};
