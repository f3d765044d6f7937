import { Size } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { stringify } from 'yaml';
import { grafanaPlugins, images } from '../../versions.ts';
import { Check, type ConfigFiles, type Resources, Runs, Workload } from '../../workload/index.ts';
import { parts, urlOf } from '../ports.ts';
import type { OwnedVolume } from '../storage.ts';
import { commonDashboards, type Dashboard } from './dashboard.ts';
import { type SignIn, signInSettings } from './sign-in.ts';

const { name, port } = parts.dashboards;
const DATA = '/var/lib/grafana';
const PROVISIONING = '/etc/grafana/provisioning';

const RESOURCES: Resources = {
  cpuMillis: { request: 30, limit: 500 },
  memoryMebibytes: { request: 320, limit: 640 },
  source:
    'reports of Grafana 13 at rest with the plugins of its image: 180 to 330 MiB, and killed at limits of 300 to 400 MiB ' +
    '(grafana/grafana, issue 123017); without those plugins it should be less; not measured here: compare with kubectl top',
};

/**
 * Plugins that the image brings along, or that it fetches at its newest version: data sources of other programs, each a
 * process of its own when it is used, and applications for them.
 */
const UNUSED_PLUGINS = [
  'cloudwatch',
  'elasticsearch',
  'grafana-advisor-app',
  'grafana-exploretraces-app',
  'grafana-lokiexplore-app',
  'grafana-metricsdrilldown-app',
  'grafana-postgresql-datasource',
  'grafana-pyroscope-app',
  'grafana-pyroscope-datasource',
  'influxdb',
  'jaeger',
  'loki',
  'mssql',
  'mysql',
  'opentsdb',
  'stackdriver',
  'tempo',
  'zipkin',
];

/**
 * Room for the archive of a plugin, which Grafana puts into `/tmp` before it unpacks it among the plugins. That of logs
 * has about 69 MiB (release v0.28.0); a pod that writes more than its scratch directory may hold is evicted.
 */
const DOWNLOADS = Size.mebibytes(192);

/** What is decided about dashboards. */
export interface DashboardServerProps {
  /** Where Grafana keeps users and preferences; dashboards come from git. */
  readonly storage: OwnedVolume;

  /** Address under which people open it. */
  readonly url: string;

  /** Secret with the keys `user` and `password` of the administrator, and `secret-key` for what Grafana keeps. */
  readonly secret: string;

  /** How people sign in, if not by a password of Grafana's own. */
  readonly signIn?: SignIn | undefined;

  /** Dashboards of the parts of a stack. */
  readonly ofParts: readonly Dashboard[];

  /** Dashboards of your own, by their names; Grafana shows them as the file that one comes from. */
  readonly own: Readonly<Record<string, Dashboard>>;

  /** Dashboards of teams, by the names of team and dashboard: each team has a folder of its own, and an object. */
  readonly ofTeams: Readonly<Record<string, Readonly<Record<string, Dashboard>>>>;
}

/**
 * Grafana with its data sources and dashboards from git.
 *
 * Nobody sees anything without signing in, and what git provides cannot be changed on its pages.
 */
export class DashboardServer extends Construct {
  /** Where it is found. */
  readonly service: Service;

  constructor(scope: Construct, id: string, props: DashboardServerProps) {
    super(scope, id);
    const { storage, url, secret, signIn, ofParts, own, ofTeams } = props;
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
        // Without it a key that everybody knows seals what Grafana keeps: tokens of users, and what it signs with.
        GF_SECURITY_SECRET_KEY: { secret, key: 'secret-key' },
      },
      ports: { http: port },
      metrics: { port: 'http' },
      health: { ready: Check.http('/api/health', port) },
      volumes: { [DATA]: { volume: storage.volume } },
      scratch: { '/tmp': DOWNLOADS },
      config: {
        directory: PROVISIONING,
        files: provisioning([...commonDashboards, ...ofParts], own, Object.keys(ofTeams)),
      },
      moreConfig: teamFolders(ofTeams),
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
    // Otherwise it looks for newer ones than those of the image, and takes those away that it cannot replace.
    GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
    GF_PLUGINS_DISABLE_PLUGINS: UNUSED_PLUGINS.join(','),
    // Whoever is given their address sees them without signing in.
    GF_PUBLIC_DASHBOARDS_ENABLED: 'false',
    // Grafana at the other end of kubectl port-forward is reached without TLS.
    GF_SECURITY_COOKIE_SECURE: `${url.startsWith('https:')}`,
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    // Compression took memory until the process was killed (grafana/grafana, issues 123017 and 130649).
    GF_SERVER_ENABLE_GZIP: 'false',
    GF_SERVER_HTTP_PORT: `${port}`,
    GF_SERVER_ROOT_URL: url,
    // The same holds for snapshots, and external ones lie on the server of somebody else.
    GF_SNAPSHOTS_ENABLED: 'false',
    GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
    // Alerts have one home: the rules in git.
    GF_UNIFIED_ALERTING_ENABLED: 'false',
    GF_USERS_ALLOW_SIGN_UP: 'false',
  };
}

function provisioning(
  given: readonly Dashboard[],
  own: Readonly<Record<string, Dashboard>>,
  teams: readonly string[],
): Record<string, string> {
  const named = [
    ...given.map((dashboard) => [dashboard.uid, dashboard] as const),
    ...Object.entries(own).map(([name, dashboard]) => [`own-${name}`, dashboard] as const),
  ];
  const shown = named.map(([file, dashboard]) => [`shown/${file}.json`, json(dashboard)]);
  const providers = [
    provider('site', 'Platform', `${PROVISIONING}/shown`),
    ...teams.map((team) => provider(`team-${team}`, team, directoryOf(team))),
  ];
  return {
    'dashboards/site.yaml': yaml({ apiVersion: 1, providers }),
    'datasources/site.yaml': yaml(DATA_SOURCES),
    ...Object.fromEntries(shown),
  };
}

/** A folder of Grafana, and where its dashboards lie. */
function provider(name: string, folder: string, path: string) {
  return { name, folder, type: 'file', allowUiUpdates: false, disableDeletion: true, options: { path } };
}

/** The dashboards of each team as files: beside those of the site, in an object of its own. */
function teamFolders(ofTeams: DashboardServerProps['ofTeams']): Record<string, ConfigFiles> {
  return Object.fromEntries(
    Object.entries(ofTeams).map(([team, dashboards]) => {
      const files = Object.entries(dashboards).map(([name, dashboard]) => [`${name}.json`, json(dashboard)]);
      return [team, { directory: directoryOf(team), files: Object.fromEntries(files) }];
    }),
  );
}

function directoryOf(team: string): string {
  return `/etc/grafana/teams/${team}`;
}

function json(dashboard: Dashboard): string {
  return `${JSON.stringify(dashboard)}\n`;
}

const DATA_SOURCES = {
  apiVersion: 1,
  // Grafana shows what an Alertmanager holds only on the pages of its own alerting, which is off.
  deleteDatasources: [{ name: 'Alerts', orgId: 1 }],
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
  ],
};

function yaml(value: object): string {
  return stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
