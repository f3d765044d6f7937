/** What `npm run password` takes. */
export const COMMAND = {
  usage: `usage: npm run --silent password -- SECRET USER... [--namespace NAMESPACE] | kubectl apply --filename -

  Asks for a password for each user and prints a Secret for the guard 'basic' to standard output; where the secrets of
  the site come from a vault, the JSON object that belongs there. Nothing is written to a file. Whoever applies it
  replaces all users of the Secret of that name.

  SECRET                  name of the Secret, as 'passwords' in platform.ts has it
  USER                    name to sign in with, without colon
  --namespace NAMESPACE   for a Secret of a service of your own that platform.ts does not name`,
  options: { namespace: { type: 'string' } },
  most: Number.POSITIVE_INFINITY,
};
