import { site } from './site/index.ts';

// Your site. Every field is explained on hover; what is not written here has a default.
export default site({
  name: 'homestead',
  domain: 'example.org',
  contact: 'ops@example.org',
  git: { url: 'https://github.com/you/platform.git' },

  cloud: {
    region: 'eu-frankfurt-1',
    nodes: { a: { ocpus: 2, memoryGb: 12 } }, // the whole free allowance in one node
  },

  home: {
    networks: ['192.168.4.0/22'],
    tunnel: {
      network: '192.168.16.0/24',
      publicKey: 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=', // of your home router: `wg pubkey`
    },
    services: {
      // Published through the cluster: certificate, guard and all.
      photos: { address: '192.168.4.20:2283', exposure: 'public', guard: 'sso', allow: { teams: ['family'] } },
      notes: {
        address: '192.168.4.21:3000',
        exposure: 'public',
        guard: 'basic',
        passwords: 'notes-passwords',
        largestUpload: '16Mi',
      },
      weather: { address: '192.168.4.22:8080', exposure: 'public', guard: 'none' },
      nas: { address: '192.168.4.10:5001', protocol: 'https', exposure: 'home' },
    },
    targets: { nas: '192.168.4.10:9100' }, // node_exporter on a machine at home
  },

  signOn: { provider: 'github', organisation: 'you' },
  certificates: 'staging', // 'production' once every host answers
  monitoring: {
    retention: '90d',
    disk: '5Gi',
    notify: {
      telegram: 'alerts-telegram', // the name of a Secret; `npm run secrets` tells what belongs in it
      mail: { server: 'smtp.example.org:587', user: 'ops@example.org', secret: 'alerts-mail' },
    },
    heartbeat: 'alerts-heartbeat', // tells you when the node, and all of this with it, is gone
  },
  access: { ada: { role: 'view' } },
});
