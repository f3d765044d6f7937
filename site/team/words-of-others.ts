/** Words of compose files, Kubernetes, Kamal and Procfiles for what a field of a team or a service is. */
export const WORDS_OF_OTHERS: Readonly<Record<string, string>> = {
  ...{ description: 'about', repository: 'repo', owner: 'people', owners: 'people', members: 'people' },
  ...{ args: 'command', cmd: 'command', entrypoint: 'command', run: 'command' },
  ...{ environment: 'env', variables: 'env', env_file: 'secrets', envFrom: 'secrets' },
  ...{ depends_on: 'uses', links: 'uses', tmpfs: 'scratch', emptyDir: 'scratch' },
  ...{ healthcheck: 'health', livenessProbe: 'health', readinessProbe: 'health', startupProbe: 'health' },
  ...{ readiness: 'ready', liveness: 'alive', startup: 'warm', start_period: 'within' },
  ...{ resources: 'size', instances: 'replicas', count: 'replicas', scale: 'replicas' },
  ...{ stop_grace_period: 'drain', terminationGracePeriodSeconds: 'drain' },
  ...{ containerPort: 'port', runAsUser: 'user', domain: 'host', ingress: 'host' },
  ...{ cronJobs: 'cron', jobs: 'tasks', processes: 'workers', formation: 'workers' },
  ...{ timeout: 'within', activeDeadlineSeconds: 'within', timeZone: 'zone', timezone: 'zone' },
  ...{ url: 'server', environments: 'in' },
};
