/** What every site of these tests says of itself; nothing of it is the example's. */
const OWN = `name: 'meadow',
  domain: 'meadow-lane.net',
  contact: 'ops@meadow-lane.net',`;

const GIT = "git: { url: 'https://github.com/meadow-lane/platform.git' },";
const CLOUD = "cloud: { region: 'eu-frankfurt-1', nodes: { main: {} } },";

const HOME = `home: {
    networks: ['192.168.30.0/24'],
    tunnel: { network: '192.168.99.0/24', publicKey: '9vIxajVUcUr+7QaC3hVNBi5vLxnch4zjfMcVGNMUAXM=' },
    services: {
      films: { address: '192.168.30.5:8096', exposure: 'public', guard: 'basic', passwords: 'films-passwords' },
      printer: { address: '192.168.30.9:631', exposure: 'home' },
    },
  },`;

function text(...sections: readonly string[]): string {
  return `import { site } from './site/index.ts';\n\nexport default site({\n  ${[OWN, ...sections].join('\n  ')}\n});\n`;
}

/** Sites as different owners write them into `platform.ts`. */
export const sites = {
  minimal: text(GIT, CLOUD),
  privateRepository: text(
    "git: { url: 'git@github.com:meadow-lane/platform.git', secret: 'platform-repository' },",
    CLOUD,
    HOME,
  ),
  twoNodes: text(
    GIT,
    "cloud: { region: 'us-phoenix-1', nodes: { one: { ocpus: 1, memoryGb: 6 }, two: { ocpus: 1, memoryGb: 6 } } },",
    HOME,
    "monitoring: { node: 'two' },",
  ),
  noHome: text(
    GIT,
    CLOUD,
    "signOn: { provider: 'github', organisation: 'meadow-lane' },",
    "access: { mia: { role: 'view' } },",
  ),
  ingressNginx: text(GIT, CLOUD, HOME, "edge: { controller: 'ingress-nginx' },"),
} satisfies Record<string, string>;
