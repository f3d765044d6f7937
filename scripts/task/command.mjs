/** What `npm run task` takes. */
export const COMMAND = {
  usage: `usage: npm run task -- TEAM/SERVICE TASK [ENVIRONMENT]

  Starts a task that a service declares, in the cluster of kubectl's current context, and shows what it says until it ends.

  TEAM/SERVICE   as shop/storefront
  TASK           one of its tasks in teams/TEAM.ts
  ENVIRONMENT    the first one of platform.ts if you give none

  It ends with 0 if the task is done, 1 if it failed and 124 if its time was up. Ctrl-C leaves the task running.
  Arguments cannot be added: the API server admits only what is declared. Whoever is in people.kubectl of the team may.`,
  most: 3,
};
