/** Key of the Secret that Argo CD and the git host share. */
const KEY = 'secret';

/**
 * What Argo CD verifies calls of git hosts with: a reference to the one Secret, for every kind of host that it knows.
 *
 * A kind without anything to verify would be believed whoever calls, so none is left out. Argo CD resolves `$name:key`
 * to a Secret with the label `app.kubernetes.io/part-of: argocd` (util/settings/settings.go, ReplaceStringSecret); while
 * that is missing the reference itself is the password, which is no secret. All that a believed call does is to make
 * Argo CD look at git.
 */
export function webhookSecrets(secret: string) {
  const reference = `$${secret}:${KEY}`;
  return {
    githubSecret: reference,
    gitlabSecret: reference,
    bitbucketServerSecret: reference,
    bitbucketUUID: reference,
    gogsSecret: reference,
    azureDevops: { username: 'webhook', password: reference },
  };
}
