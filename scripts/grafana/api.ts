/** What a site promises of its Grafana. */
export interface Expected {
  /** Version without a word before it: `13.2.3`. */
  readonly version: string;

  /** Data sources by uid. */
  readonly dataSources: readonly string[];

  /** Titles of dashboards by uid. */
  readonly dashboards: Readonly<Record<string, string>>;
}

/** The administrator. */
export interface Admin {
  readonly user: string;
  readonly password: string;
}

/** Checks that a running Grafana is as the site promises; answers with what is not, each as one sentence. */
export async function problemsOf(url: string, admin: Admin, expected: Expected): Promise<string[]> {
  const basic = Buffer.from(`${admin.user}:${admin.password}`).toString('base64');
  const read = (path: string) => answerOf(`${url}${path}`, { authorization: `Basic ${basic}` });
  const found = await Promise.all([
    version(read, expected.version),
    dataSources(read, expected.dataSources),
    ...expected.dataSources.map((uid) => healthy(read, uid)),
    ...Object.entries(expected.dashboards).map(([uid, title]) => dashboard(read, uid, title)),
    closed(url, {}),
    closed(url, { 'x-webauth-user': admin.user }),
  ]);
  return found.flat();
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Read = (path: string) => Promise<Answer>;

async function answerOf(address: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(address, { headers, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

async function version(read: Read, expected: string): Promise<string[]> {
  const { body } = await read('/api/health');
  const { database, version } = body as { database?: string; version?: string };
  return [
    ...(database === 'ok' ? [] : [`its database is ${database}, not ok`]),
    ...(version === expected ? [] : [`it is version ${version}, not ${expected}`]),
  ];
}

async function dataSources(read: Read, expected: readonly string[]): Promise<string[]> {
  const { status, body } = await read('/api/datasources');
  if (!Array.isArray(body)) return [`the list of data sources is answered with ${status}`];
  const uids = body.map(({ uid }: { uid: string }) => uid).sort();
  const wanted = [...expected].sort();
  return `${uids}` === `${wanted}` ? [] : [`its data sources are ${uids.join(', ')}, not ${wanted.join(', ')}`];
}

async function healthy(read: Read, uid: string): Promise<string[]> {
  const { status, body } = await read(`/api/datasources/uid/${uid}/health`);
  const { status: said, message } = body as { status?: string; message?: string };
  return status === 200 && said === 'OK' ? [] : [`the data source ${uid} is not healthy: ${status} ${message ?? ''}`];
}

async function dashboard(read: Read, uid: string, title: string): Promise<string[]> {
  const { status, body } = await read(`/api/dashboards/uid/${uid}`);
  if (status !== 200) return [`the dashboard ${uid} is answered with ${status}`];
  const { dashboard, meta } = body as { dashboard?: { title?: string }; meta?: { provisioned?: boolean } };
  return [
    ...(dashboard?.title === title ? [] : [`the dashboard ${uid} is called ${dashboard?.title}, not ${title}`]),
    ...(meta?.provisioned ? [] : [`the dashboard ${uid} does not come from git`]),
  ];
}

/** Nobody is shown anything, whatever name a header tells. */
async function closed(url: string, headers: Readonly<Record<string, string>>): Promise<string[]> {
  const who = Object.keys(headers).length === 0 ? 'a stranger' : `a stranger with ${Object.keys(headers).join(', ')}`;
  const { status } = await answerOf(`${url}/api/search`, headers);
  return status === 401 ? [] : [`${who} is answered with ${status}, not 401`];
}
