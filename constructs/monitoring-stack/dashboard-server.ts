import { Size } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import type { DashboardSignIn } from '../../site/plan/dashboard-sign-in.ts';
import { grafanaPlugins, images } from '../versions.ts';
import { Check, type Resources, Runs, Workload } from '../workload/index.ts';
import { signInSettings } from './dashboard-sign-in.ts';
import { type Dashboard, platformDashboards } from './dashboards/index.ts';
import type { OwnedVolume } from './monitoring-stack-props.ts';
import { parts, urlOf } from './ports.ts';

const { name, port } = parts.dashboards;
const DATA = '/var/lib/grafana';
const PROVISIONING = '/etc/grafana/provisioning';

const RESOURCES: Resources = {
  cpuMillis: { request: 30, limit: 500 },
  memoryMebibytes: { request: 160, limit: 320 },
  source:
    'grafana.com/docs, Installation, Hardware recommendations: 512 MiB and one core at least, which is for many users; ' +
    'the default page of a few dashboards rests at about 130 MiB; to be measured on a running site',
};

/** What is decided about dashboards. */
export interface DashboardServerProps {
  /** Where Grafana keeps users and preferences; dashboards come from git. */
  readonly storage: OwnedVolume;

  /** Address under which people open it. */
  readonly url: string;

  /** Secret with the keys `user` and `password` of the administrator. */
  readonly secret: string;

  /** How people sign in, if not by a password of Grafana's own. */
  readonly signIn?: SignIn | undefined;

  /** Dashboards beside those of the platform. */
  readonly own: readonly Dashboard[];
}

/** The sign-in at the provider of the site's sign-on. */
export interface SignIn {
  readonly at: DashboardSignIn;

  /** Secret with the keys `client-id` and `client-secret`. */
  readonly secret: string;
}

/**
 * Grafana with its data sources and dashboards from git.
 *
 * Nobody sees anything without signing in, and what git provides cannot be changed on its pages.
 */
export class DashboardServer extends Construct {
  /** Where it is found. */
  readonly service: Service;

  constructor(scope: Construct, id: string, { storage, url, secret, signIn, own }: DashboardServerProps) {
    super(scope, id);
    const workload = new Workload(this, 'Workload', {
      name,
      component: 'dashboards',
      image: images.grafana,
      user: storage.owner,
      runs: Runs.alone(),
      resources: RESOURCES,
      environment: {
        ...settings(url),
        ...(signIn && signInSettings(signIn.at, signIn.secret)),
        GF_SECURITY_ADMIN_USER: { secret, key: 'user' },
        GF_SECURITY_ADMIN_PASSWORD: { secret, key: 'password' },
      },
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/api/health', port) },
      volumes: { [DATA]: { volume: storage.volume } },
      scratch: { '/tmp': Size.mebibytes(64) },
      config: { directory: PROVISIONING, files: provisioning([...platformDashboards, ...own]) },
    });
    this.service = workload.service as Service;
  }
}

/** Grafana's settings, in the form of its environment variables. */
function settings(url: string): Record<string, string> {
  // Grafana writes name@1.2.3 for what is pinned as name:v1.2.3.
  const plugins = Object.values(grafanaPlugins).map((pin) => pin.replace(':v', '@'));
  return {
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_AUTH_ANONYMOUS_ENABLED: 'false',
    // Any pod could send the headers that it believes: nothing in this cluster's network would stop it.
    GF_AUTH_PROXY_ENABLED: 'false',
    GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: `${PROVISIONING}/shown/cluster.json`,
    GF_LOG_CONSOLE_FORMAT: 'json',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_PATHS_DATA: DATA,
    GF_PATHS_PLUGINS: `${DATA}/plugins`,
    GF_PATHS_PROVISIONING: PROVISIONING,
    // Fetched in the background at the first start; without it everything but the pages of logs works.
    GF_PLUGINS_PREINSTALL: plugins.join(','),
    GF_SECURITY_COOKIE_SECURE: 'true',
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    GF_SERVER_HTTP_PORT: `${port}`,
    GF_SERVER_ROOT_URL: url,
    // Alerts have one home: the rules in git.
    GF_UNIFIED_ALERTING_ENABLED: 'false',
    GF_USERS_ALLOW_SIGN_UP: 'false',
  };
}

function provisioning(dashboards: readonly Dashboard[]): Record<string, string> {
  const shown = dashboards.map((dashboard) => [`shown/${dashboard.uid}.json`, `${JSON.stringify(dashboard)}\n`]);
  return {
    'dashboards/site.yaml': yaml(PROVIDERS),
    'datasources/site.yaml': yaml(DATA_SOURCES),
    ...Object.fromEntries(shown),
  };
}

const PROVIDERS = {
  apiVersion: 1,
  providers: [
    {
      name: 'site',
      folder: 'Platform',
      type: 'file',
      allowUiUpdates: false,
      disableDeletion: true,
      options: { path: `${PROVISIONING}/shown` },
    },
  ],
};

const DATA_SOURCES = {
  apiVersion: 1,
  datasources: [
    {
      name: 'Metrics',
      uid: 'metrics',
      type: 'prometheus',
      access: 'proxy',
      url: urlOf(parts.metrics),
      isDefault: true,
      editable: false,
      jsonData: { timeInterval: '30s', httpMethod: 'POST' },
    },
    {
      name: 'Logs',
      uid: 'logs',
      type: 'victoriametrics-logs-datasource',
      access: 'proxy',
      url: urlOf(parts.logs),
      editable: false,
    },
    {
      name: 'Alerts',
      uid: 'alerts',
      type: 'alertmanager',
      access: 'proxy',
      url: urlOf(parts.alerts),
      editable: false,
      jsonData: { implementation: 'prometheus' },
    },
  ],
};

function yaml(value: object): string {
  return stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
